import { describe, expect, it } from 'vitest'
import { recoveryAnsweredSchema, recoveryFiledSchema, recoveryListSchema, recoveryStateSchema } from '#contract/recovery.ts'
import { generateSealingPair } from '#seal/keys.ts'
import { makeRecoveryRequest, openRecoveryAnswer } from '#seal/recovery.ts'
import { createVault, decryptBytes, encryptBytes, MINIMUM_COST, recoverVault } from '#seal/vault.ts'
import { readJournal } from '#server/storage/journal.ts'
import { aVisitor } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import type { EnrolledDevice } from '../builders/an-enrolled-device.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

/** A vault on an enrolled device whose passphrase nobody remembers, and its request. */
async function aForgottenVault(device: EnrolledDevice) {
  const vault = await createVault('oubliée', MINIMUM_COST, device.package.recoveryKey)
  const row = await encryptBytes(vault.dataKey, 'a/1', new Uint8Array([4, 2]))
  const vaultId = crypto.randomUUID()
  const asked = await makeRecoveryRequest({
    vaultId,
    deviceId: device.signing.keyId,
    recovery: vault.recovery,
    at: '2026-11-24T08:00:00.000Z',
  })
  return { ...asked, vaultId, row }
}

async function opens(answer: string, forgotten: Awaited<ReturnType<typeof aForgottenVault>>): Promise<Uint8Array> {
  const key = await openRecoveryAnswer(answer, forgotten.replyPrivateKey, forgotten.vaultId)
  const { dataKey } = await recoverVault(key, 'nouvelle phrase', MINIMUM_COST)
  return decryptBytes(dataKey, 'a/1', forgotten.row)
}

onBothEngines((newServer) => {
  describe('recovering a notebook', () => {
    it('answers a request carried to the desk, and writes who opened what in the journal', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const forgotten = await aForgottenVault(device)
      const { sessionId } = day
      const answered = await day.coordinator.post('answerRecovery', { request: forgotten.text }, { sessionId })
      const { answer } = recoveryAnsweredSchema.parse(await answered.json())
      expect(await opens(answer, forgotten)).toEqual(new Uint8Array([4, 2]))
      const recovered = (await readJournal(day.server.running().context.storage.db)).filter(({ act }) => act === 'vault-recovered')
      expect(recovered.map(({ subject }) => subject)).toEqual([
        { sessionId, jurorId: 'j1', deviceId: device.signing.keyId, vaultId: forgotten.vaultId },
      ])
    })

    it('lets a locked device ask online, wait, and fetch its answer', async () => {
      const day = await aSessionDay(await newServer())
      const forgotten = await aForgottenVault(await day.device('j1'))
      const visitor = aVisitor(day.server)
      const filed = await visitor.post('requestRecovery', { request: forgotten.text })
      const { requestId } = recoveryFiledSchema.parse(await filed.json())
      const state = async () => recoveryStateSchema.parse(await (await visitor.get('recoveryState', { requestId })).json()).answer
      expect(await state()).toBeNull()
      const listed = recoveryListSchema.parse(await (await day.coordinator.get('recoveries', { sessionId: day.sessionId })).json())
      expect(listed.recoveries).toMatchObject([{ requestId, request: forgotten.text, jurorId: 'j1', answeredAt: null }])
      await day.coordinator.post('answerRecovery', { request: forgotten.text }, { sessionId: day.sessionId })
      expect(await opens((await state()) ?? '', forgotten)).toEqual(new Uint8Array([4, 2]))
    })

    it('opens nothing for a text cut short, another session, an unknown device or somebody signed out', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const forgotten = await aForgottenVault(device)
      const { sessionId } = day
      const post = (request: string) => day.coordinator.post('answerRecovery', { request }, { sessionId })
      await expectProblem(await post(forgotten.text.slice(0, -8)), 422, 'recovery-unreadable')
      await expectProblem(
        await day.coordinator.post('answerRecovery', { request: forgotten.text }, { sessionId: 'another' }),
        422,
        'recovery-foreign',
      )
      const stranger = await createVault('x', MINIMUM_COST, (await generateSealingPair()).publicJwk)
      const at = '2026-11-24T08:00:00.000Z'
      const foreign = await makeRecoveryRequest({ vaultId: 'v', deviceId: device.signing.keyId, recovery: stranger.recovery, at })
      await expectProblem(await post(foreign.text), 422, 'recovery-foreign')
      await expectProblem(await aVisitor(day.server).post('requestRecovery', { request: foreign.text }), 422, 'recovery-foreign')
      const unknown = await makeRecoveryRequest({ vaultId: 'v', deviceId: 'u'.repeat(43), recovery: stranger.recovery, at })
      await expectProblem(await post(unknown.text), 401, 'device-unknown')
      await expectProblem(
        await aVisitor(day.server).post('answerRecovery', { request: forgotten.text }, { sessionId }),
        401,
        'not-signed-in',
      )
    })

    it('keeps only the latest requests of a device that nobody answered', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      for (let count = 0; count < 7; count += 1) {
        await aVisitor(day.server).post('requestRecovery', { request: (await aForgottenVault(device)).text })
      }
      const listed = recoveryListSchema.parse(await (await day.coordinator.get('recoveries', { sessionId: day.sessionId })).json())
      expect(listed.recoveries).toHaveLength(5)
    })
  })
})
