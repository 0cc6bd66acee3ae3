import { type EnrolmentRequest, enrolmentRequestSchema } from '#contract/enrolment.ts'
import { enrolmentSecretHash } from '#seal/enrolment-code.ts'
import { newOfflineCode, sealOfflineEnrolment } from '#seal/offline-enrolment.ts'
import { SealError } from '#seal/seal-error.ts'
import { openText } from '#seal/sealed.ts'
import type { ServerContext } from '../context.ts'
import { insertDevice } from '../storage/devices.ts'
import { appendAfter, lockJournal } from '../storage/journal.ts'
import { insertSecondDevice, takeSecondDevice } from '../storage/second-devices.ts'
import { inTransaction } from '../storage/transaction.ts'
import { buildPackage } from './build-package.ts'
import { type EnrolmentOutcome, enrolDevice, newEnrolment, readRequest } from './enrol.ts'

/** A file that enrols one device without a network, and its code; null when the session has no such juror. The code is kept nowhere. */
export async function makeOfflineEnrolment(
  context: ServerContext,
  request: { sessionId: string; jurorId: string; actor: string },
): Promise<{ file: string; code: string } | null> {
  const secret = await newEnrolment(context, request, 'offline-enrolment-made')
  if (secret === null) return null
  const code = newOfflineCode()
  const { secrets, now } = context
  const content = await buildPackage(context, request)
  const made = { code, secret, serverKeys: secrets.publicKeys, server: secrets.signing, madeAt: now().toISOString() }
  return { file: await sealOfflineEnrolment(content, made), code }
}

/**
 * Registers a device that was enrolled from a file. The first one spends the file's secret; another one that opened the same file is told so,
 * and named to the coordinator, who can accept it: what it signs is somebody's exam.
 */
export async function enrolCarried(context: ServerContext, sealed: string): Promise<EnrolmentOutcome> {
  const request = await openRequest(context, sealed)
  if (request === null) return { ok: false, code: 'device-proof-wrong' }
  const outcome = await enrolDevice(context, request)
  if (!outcome.ok && outcome.code === 'enrolment-used') await rememberSecond(context, request)
  return outcome
}

async function openRequest({ secrets }: ServerContext, sealed: string): Promise<EnrolmentRequest | null> {
  try {
    const parsed = enrolmentRequestSchema.safeParse(JSON.parse(await openText('cdj-enrolment+jwe', sealed, secrets.openingKey)))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof SealError || error instanceof SyntaxError) return null
    throw error
  }
}

async function rememberSecond(context: ServerContext, request: EnrolmentRequest): Promise<void> {
  const { storage, now } = context
  const read = await readRequest(context, request, await enrolmentSecretHash(request.secret))
  if (!read.ok) return
  const { device } = read
  const at = now().toISOString()
  const isNew = await inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    if (!(await insertSecondDevice(tx, device, at))) return false
    const subject = { sessionId: device.sessionId, jurorId: device.jurorId, deviceId: device.id }
    await appendAfter(tx, head, at, [{ actor: `device:${device.id}`, act: 'second-device-refused', subject }])
    return true
  })
  if (isNew) await storage.announceChange(device.sessionId)
}

/** Enrols a second device as it stands. False when there is none of this id. Its sheets come in at its next try. */
export async function acceptSecondDevice(
  { storage, now }: ServerContext,
  { sessionId, deviceId, actor }: { sessionId: string; deviceId: string; actor: string },
): Promise<boolean> {
  const at = now().toISOString()
  const accepted = await inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const device = await takeSecondDevice(tx, sessionId, deviceId, at)
    if (!device) return false
    await insertDevice(tx, device)
    const subject = { sessionId, jurorId: device.jurorId, deviceId }
    await appendAfter(tx, head, at, [{ actor, act: 'second-device-accepted', subject }])
    return true
  })
  if (accepted) await storage.announceChange(sessionId)
  return accepted
}
