import { describe, expect, it } from 'vitest'
import { deliveryResponseSchema } from '#contract/delivery.ts'
import { packageResponseSchema } from '#contract/enrolment.ts'
import { routePath } from '#contract/routes.ts'
import { retentionSchema, wipeReceivedSchema } from '#contract/wipe.ts'
import { generateSigningPair, thumbprint } from '#seal/keys.ts'
import { openPackage } from '#seal/session-package.ts'
import { signWipe, type WipeStatement } from '#seal/wipe.ts'
import { readJournal } from '#server/storage/journal.ts'
import { aVisitor } from '../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet } from '../builders/a-sheet.ts'
import type { EnrolledDevice } from '../builders/an-enrolled-device.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

function aStatement(device: EnrolledDevice, changes: Partial<WipeStatement> = {}): WipeStatement {
  return {
    format: 'carnet-de-jury/wipe',
    formatVersion: 1,
    vaultId: 'v1',
    deviceId: device.signing.keyId,
    sessionId: device.sessionId,
    jurorId: device.jurorId,
    at: '2026-12-24T08:00:00.000Z',
    sheetHashes: [],
    draftsGivenUp: 0,
    ...changes,
  }
}

async function retention({ coordinator, sessionId }: SessionDay) {
  return retentionSchema.parse(await (await coordinator.get('retention', { sessionId })).json())
}

onBothEngines((newServer) => {
  describe('a wiped notebook', () => {
    it('is listed once with what it held, and a sheet that never arrived is named as missing', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const visitor = aVisitor(day.server)
      const { signed, envelope } = await aSealedSheet(device, aSheet(device, 'o1'))
      deliveryResponseSchema.parse(await (await visitor.post('deliver', { envelopes: [envelope.jwe] })).json())
      const statement = aStatement(device, { sheetHashes: [signed.hash, 'm'.repeat(43)], draftsGivenUp: 1 })
      const jws = await signWipe(statement, device.signing.privateKey)
      const answers = await Promise.all(
        [jws, `${jws.slice(0, 40)}\n${jws.slice(40)}`].map((text) => visitor.post('notebookWiped', { statement: text })),
      )
      const received = await Promise.all(answers.map(async (answer) => wipeReceivedSchema.parse(await answer.json()).receivedAt))
      expect(received[0]).toBe(received[1])
      expect((await retention(day)).wiped).toMatchObject([
        { deviceId: device.signing.keyId, jurorId: 'j1', wipedAt: statement.at, sheets: 2, sheetsMissing: 1, draftsGivenUp: 1 },
      ])
      const rows = await readJournal(day.server.running().context.storage.db)
      expect(rows.filter(({ act }) => act === 'notebook-wiped').map(({ subject }) => subject)).toMatchObject([
        { sheets: 2, sheetsMissing: 1 },
      ])
    })

    it('is believed only from its own device', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const other = await day.device('j2')
      const visitor = aVisitor(day.server)
      const post = async (statement: WipeStatement, by: EnrolledDevice['signing']) =>
        visitor.post('notebookWiped', { statement: await signWipe(statement, by.privateKey) })
      await expectProblem(await post(aStatement(device), other.signing), 422, 'wipe-unreadable')
      await expectProblem(await post(aStatement(device, { jurorId: 'j2' }), device.signing), 422, 'wipe-unreadable')
      const stranger = await generateSigningPair()
      await expectProblem(await post(aStatement(device, { deviceId: stranger.keyId }), stranger), 401, 'device-unknown')
      await expectProblem(await visitor.post('notebookWiped', { statement: 'rien' }), 422, 'wipe-unreadable')
      expect((await retention(day)).wiped).toEqual([])
    })
  })

  describe('how long devices keep a session', () => {
    it('is thirty days until a coordinator says otherwise, and travels in the package', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      expect((await retention(day)).days).toBe(30)
      expect((await day.coordinator.post('setRetention', { days: 7 }, { sessionId: day.sessionId })).status).toBe(200)
      expect((await retention(day)).days).toBe(7)
      const path = routePath('devicePackage')
      const answer = await aVisitor(day.server).get('devicePackage', {}, { authorization: await device.authorization('GET', path) })
      const { signing } = device.package.serverKeys
      const { sealedPackage } = packageResponseSchema.parse(await answer.json())
      const opened = await openPackage(sealedPackage, device.sealing.privateKey, signing, await thumbprint(signing))
      expect(opened.retentionDays).toBe(7)
      await expectProblem(await day.coordinator.post('setRetention', { days: 0 }, { sessionId: day.sessionId }), 400, 'invalid-request')
      await expectProblem(await aVisitor(day.server).post('setRetention', { days: 3 }, { sessionId: day.sessionId }), 401, 'not-signed-in')
    })
  })
})
