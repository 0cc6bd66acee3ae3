import { createDecipheriv } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { deliveryResponseSchema } from '#contract/delivery.ts'
import { sessionBoardSchema } from '#contract/desk.ts'
import { enrolmentResponseSchema } from '#contract/enrolment.ts'
import { openOfflineEnrolment, readOfflineFile } from '#seal/offline-enrolment.ts'
import { sealText } from '#seal/sealed.ts'
import { readJournal } from '#server/storage/journal.ts'
import { aVisitor } from '../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet } from '../builders/a-sheet.ts'
import { anEnrolmentRequest, type DeviceKeys, deviceKeys, type EnrolledDevice } from '../builders/an-enrolled-device.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

/** A device that opened the file, with keys of its own and no network yet. */
async function anOfflineDevice({ file, code }: { file: string; code: string }) {
  const opened = await openOfflineEnrolment(readOfflineFile(file), code)
  const keys = await deviceKeys()
  const device: EnrolledDevice = {
    ...keys,
    jurorId: opened.content.jurorId,
    sessionId: opened.content.session.id,
    package: opened.content,
    authorization: async () => '',
  }
  return { device, request: await carried(opened, keys) }
}

async function carried({ secret, serverKeys }: Awaited<ReturnType<typeof openOfflineEnrolment>>, keys: DeviceKeys): Promise<string> {
  return sealText('cdj-enrolment+jwe', JSON.stringify(await anEnrolmentRequest(secret, keys)), serverKeys.sealing)
}

async function board(day: SessionDay) {
  return sessionBoardSchema.parse(await (await day.coordinator.get('board', { sessionId: day.sessionId })).json())
}

async function delivered(day: SessionDay, device: EnrolledDevice, oralId: string) {
  const { envelope } = await aSealedSheet(device, aSheet(device, oralId))
  const answer = await aVisitor(day.server).post('deliver', { envelopes: [envelope.jwe] })
  const [result] = deliveryResponseSchema.parse(await answer.json()).results
  return result?.outcome === 'refused' ? result.problem.code : result?.outcome
}

onBothEngines((newServer) => {
  describe('an enrolment carried by a file', () => {
    it('registers the device at its first contact; what it signed before is then taken', async () => {
      const day = await aSessionDay(await newServer())
      const { device, request } = await anOfflineDevice(await day.offline('j1'))
      expect(device.package.session.jurors.some(({ id }) => id === 'j1')).toBe(true)
      expect(await delivered(day, device, 'o1')).toBe('device-unknown')
      const answer = await aVisitor(day.server).post('enrolCarried', { request })
      const { jurorId, certificate } = enrolmentResponseSchema.parse(await answer.json())
      expect({ jurorId, hasCertificate: certificate !== undefined }).toEqual({ jurorId: 'j1', hasCertificate: true })
      expect(await delivered(day, device, 'o1')).toBe('stored')
      expect((await board(day)).devices.map(({ deviceId }) => deviceId)).toEqual([device.signing.keyId])
      // Its answer may be lost on the way.
      expect((await aVisitor(day.server).post('enrolCarried', { request })).status).toBe(200)
    })

    it('used on a second device names it to the coordinator once, who may accept it; its sheets come in then', async () => {
      const day = await aSessionDay(await newServer())
      const file = await day.offline('j1')
      const first = await anOfflineDevice(file)
      const second = await anOfflineDevice(file)
      await aVisitor(day.server).post('enrolCarried', { request: first.request })
      for (let time = 0; time < 2; time += 1)
        await expectProblem(await aVisitor(day.server).post('enrolCarried', { request: second.request }), 409, 'enrolment-used')
      expect(await delivered(day, second.device, 'o1')).toBe('device-unknown')
      const deviceId = second.device.signing.keyId
      expect((await board(day)).secondDevices).toEqual([{ deviceId, jurorId: 'j1', name: expect.any(String), at: expect.any(String) }])
      const accepted = await day.coordinator.post('acceptSecondDevice', '', { sessionId: day.sessionId, deviceId })
      expect(accepted.status).toBe(204)
      expect((await aVisitor(day.server).post('enrolCarried', { request: second.request })).status).toBe(200)
      expect(await delivered(day, second.device, 'o1')).toBe('stored')
      expect((await board(day)).secondDevices).toEqual([])
      await expectProblem(await day.coordinator.post('acceptSecondDevice', '', { sessionId: day.sessionId, deviceId }), 404, 'not-found')
      const acts = (await readJournal(day.server.running().context.storage.db)).map(({ act }) => act)
      expect(acts.filter((act) => /offline|second|enrolled/.test(act))).toEqual([
        'offline-enrolment-made',
        'device-enrolled',
        'second-device-refused',
        'second-device-accepted',
      ])
    })

    it('is opened by its code with other people’s Argon2id and AES, as docs/formats.md says', async () => {
      const day = await aSessionDay(await newServer())
      const { file, code } = await day.offline('j1')
      const [header = '', key, iv = '', ciphertext = '', tag = ''] = (JSON.parse(file) as { jwe: string }).jwe.split('.')
      expect(key).toBe('')
      const { alg, enc, typ, cdj } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))
      expect({ alg, enc, typ }).toEqual({ alg: 'dir', enc: 'A256GCM', typ: 'cdj-offline-enrolment+jwe' })
      const { salt, memoryKiB: memoryCost, iterations: timeCost, parallelism } = cdj.kdf
      const options = { algorithm: 2, memoryCost, timeCost, parallelism, outputLen: 32, salt: Buffer.from(salt, 'base64url') }
      const opener = createDecipheriv('aes-256-gcm', await hashRaw(code.replaceAll('-', ''), options), Buffer.from(iv, 'base64url'))
      opener.setAAD(Buffer.from(header, 'ascii')).setAuthTag(Buffer.from(tag, 'base64url'))
      const plain = Buffer.concat([opener.update(Buffer.from(ciphertext, 'base64url')), opener.final()]).toString('utf8')
      expect(JSON.parse(plain)).toMatchObject({ format: 'carnet-de-jury/offline-enrolment', formatVersion: 1 })
    })

    it('shows neither its secret nor its code to the journal or the database, and refuses what is not sealed to the server', async () => {
      const day = await aSessionDay(await newServer())
      const { file, code } = await day.offline('j1')
      const { secret } = await openOfflineEnrolment(readOfflineFile(file), code)
      const { db } = day.server.running().context.storage
      const kept = JSON.stringify([await readJournal(db), await db.selectFrom('enrolments').selectAll().execute()])
      expect(kept).not.toContain(secret)
      expect(kept).not.toContain(code)
      const keys = await deviceKeys()
      const stranger = await sealText('cdj-enrolment+jwe', JSON.stringify(await anEnrolmentRequest(secret, keys)), keys.sealing.publicJwk)
      for (const request of ['rien', stranger])
        await expectProblem(await aVisitor(day.server).post('enrolCarried', { request }), 401, 'device-proof-wrong')
    })

    it('is made for the session’s own jurors alone', async () => {
      const day = await aSessionDay(await newServer())
      const answer = await day.coordinator.post('offlineEnrolment', '', { sessionId: day.sessionId, jurorId: 'personne' })
      await expectProblem(answer, 404, 'not-found')
    })
  })
})
