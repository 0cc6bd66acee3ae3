import { expect, it } from 'vitest'
import { enrolmentResponseSchema } from '#contract/enrolment.ts'
import { enrolmentCertificateSchema, signEnrolmentCertificate, verifyEnrolmentCertificate } from '#seal/enrolment-certificate.ts'
import { parseEnrolmentCode } from '#seal/enrolment-code.ts'
import { findDevice } from '#server/storage/devices.ts'
import type { Db } from '#server/storage/engine.ts'
import { readJournal } from '#server/storage/journal.ts'
import { aVisitor, type NewServer } from '../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { anEnrolmentRequest, deviceKeys } from '../builders/an-enrolled-device.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

/** Enrols a device for j1 and gives what the server signed of it. */
async function aCertificate(day: SessionDay<NewServer>): Promise<{ certificate: string; deviceId: string }> {
  const code = await parseEnrolmentCode(new URL(await day.link('j1')).hash.slice(1))
  if (typeof code === 'string') throw new Error(code)
  const keys = await deviceKeys()
  const answer = await aVisitor(day.server).post('enrol', await anEnrolmentRequest(code.secret, keys))
  const { certificate } = enrolmentResponseSchema.parse(await answer.json())
  if (certificate === undefined) throw new Error('no certificate')
  return { certificate, deviceId: keys.signing.keyId }
}

/** As after a restored backup that is older than the enrolment. */
async function forget(db: Db, deviceId: string): Promise<void> {
  await db.deleteFrom('devices').where('id', '=', deviceId).execute()
}

onBothEngines((newServer) => {
  it('knows again, once, a device it had enrolled and forgotten, and writes it in the journal', async () => {
    const day = await aSessionDay(await newServer())
    const { certificate, deviceId } = await aCertificate(day)
    const { db } = day.server.running().context.storage
    const before = await findDevice(db, deviceId)
    await forget(db, deviceId)
    const visitor = aVisitor(day.server)
    const answers = await Promise.all([1, 2].map(() => visitor.post('restoreEnrolment', { certificate })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await findDevice(db, deviceId)).toMatchObject({ ...before, lastSeenAt: expect.any(String) })
    const acts = (await readJournal(db)).filter(({ act }) => act === 'device-restored')
    expect(acts.map(({ subject }) => subject)).toEqual([{ sessionId: day.sessionId, jurorId: 'j1', deviceId }])
  })

  it('refuses a certificate signed by somebody else, changed, or of a session it does not have', async () => {
    const day = await aSessionDay(await newServer())
    const { certificate, deviceId } = await aCertificate(day)
    const { secrets, storage } = day.server.running().context
    await forget(storage.db, deviceId)
    const visitor = aVisitor(day.server)
    const genuine = await verifyEnrolmentCertificate(certificate, secrets.publicKeys.signing)
    const stranger = await deviceKeys()
    const { privateKey, keyId } = secrets.signing
    const wrong = [
      await signEnrolmentCertificate(genuine, stranger.signing.privateKey, stranger.signing.keyId),
      await signEnrolmentCertificate({ ...genuine, sessionId: 'autre' }, privateKey, keyId),
      await signEnrolmentCertificate({ ...genuine, jurorId: 'j99' }, privateKey, keyId),
      await signEnrolmentCertificate({ ...genuine, signingKey: stranger.signing.publicJwk }, privateKey, keyId),
      'rien',
    ]
    for (const each of wrong) await expectProblem(await visitor.post('restoreEnrolment', { certificate: each }), 401, 'device-unknown')
    expect(await findDevice(storage.db, deviceId)).toBeNull()
    expect(enrolmentCertificateSchema.parse(genuine).deviceId).toBe(deviceId)
  })
})
