import { type EnrolmentRequest, type EnrolmentResponse, enrolmentProofSchema } from '#contract/enrolment.ts'
import type { JournalAct } from '#domain/journal.ts'
import { enrolmentSecretHash, formatEnrolmentCode, newEnrolmentSecret } from '#seal/enrolment-code.ts'
import { thumbprint } from '#seal/keys.ts'
import { SealError } from '#seal/seal-error.ts'
import { claimedKeyId, verifyJson } from '#seal/signed.ts'
import type { ServerContext } from '../context.ts'
import { type Device, findDevice, insertDevice } from '../storage/devices.ts'
import { type Enrolment, findEnrolment, insertEnrolment, spendEnrolment } from '../storage/enrolments.ts'
import { appendToJournal } from '../storage/journal.ts'
import { findSession } from '../storage/sessions.ts'
import { inTransaction } from '../storage/transaction.ts'
import { sealedPackageFor } from './build-package.ts'
import { certificateOf } from './restore-enrolment.ts'

/** A new one-time link for a juror; null when the session has no such juror. */
export async function createEnrolmentLink(
  context: ServerContext,
  request: { sessionId: string; jurorId: string; actor: string },
): Promise<{ link: string; code: string } | null> {
  const secret = await newEnrolment(context, request, 'enrolment-link-created')
  if (secret === null) return null
  const code = await formatEnrolmentCode({ secret, serverKeyId: context.secrets.signing.keyId })
  return { link: `${context.config.publicUrl}/salle/inscription#${code}`, code }
}

/** A new one-time secret for a juror, of which only the hash is kept; null when the session has no such juror. */
export async function newEnrolment(
  { storage, now }: ServerContext,
  { sessionId, jurorId, actor }: { sessionId: string; jurorId: string; actor: string },
  act: JournalAct,
): Promise<string | null> {
  const stored = await findSession(storage.db, sessionId)
  if (!stored?.session.jurors.some((juror) => juror.id === jurorId)) return null
  const secret = newEnrolmentSecret()
  const secretHash = await enrolmentSecretHash(secret)
  const at = now().toISOString()
  await inTransaction(storage.db, async (tx) => {
    await appendToJournal(tx, at, { actor, act, subject: { sessionId, jurorId } })
    await insertEnrolment(tx, { secretHash, sessionId, jurorId }, at)
  })
  return secret
}

export type EnrolmentOutcome =
  | { ok: true; answer: EnrolmentResponse }
  | { ok: false; code: 'enrolment-unknown' | 'enrolment-used' | 'device-proof-wrong' }

/**
 * Enrols a device with a one-time secret. A device whose answer was lost may ask again with the same secret and key, and is answered again;
 * another device is told that the secret is used, unless a coordinator has accepted it since.
 */
export async function enrolDevice(context: ServerContext, request: EnrolmentRequest): Promise<EnrolmentOutcome> {
  const secretHash = await enrolmentSecretHash(request.secret)
  const read = await readRequest(context, request, secretHash)
  if (!read.ok) return read
  const { device, isKnown, enrolment } = read
  if (enrolment.usedAt !== null && enrolment.deviceId !== device.id && !isKnown) return { ok: false, code: 'enrolment-used' }
  if (enrolment.usedAt === null && !(await register(context, secretHash, device, isKnown))) return enrolDevice(context, request)
  const answer = {
    jurorId: device.jurorId,
    sessionId: device.sessionId,
    serverKeys: context.secrets.publicKeys,
    sealedPackage: await sealedPackageFor(context, device),
    certificate: await certificateOf(context, device),
  }
  return { ok: true, answer }
}

type ReadRequest = { ok: true; device: Device; isKnown: boolean; enrolment: Enrolment } | (EnrolmentOutcome & { ok: false })

/** Who asks, by a secret this server made and a proof of the keys that come with it. Whether the secret is still to be had is not looked at. */
export async function readRequest({ storage, now }: ServerContext, request: EnrolmentRequest, secretHash: string): Promise<ReadRequest> {
  const enrolment = await findEnrolment(storage.db, secretHash)
  if (!enrolment) return { ok: false, code: 'enrolment-unknown' }
  const proof = await readProof(request, secretHash)
  if (proof === null) return { ok: false, code: 'device-proof-wrong' }
  const deviceId = await thumbprint(proof.signingKey)
  const known = await findDevice(storage.db, deviceId)
  const isOwn = known?.sessionId === enrolment.sessionId && known.jurorId === enrolment.jurorId && known.revokedAt === null
  if (known && !isOwn) return { ok: false, code: 'device-proof-wrong' }
  const at = now().toISOString()
  const device: Device = known ?? {
    id: deviceId,
    sessionId: enrolment.sessionId,
    jurorId: enrolment.jurorId,
    name: request.deviceName,
    signingKey: proof.signingKey,
    sealingKey: proof.sealingKey,
    enrolledAt: at,
    lastSeenAt: at,
    readiness: null,
    revokedAt: null,
  }
  return { ok: true, device, isKnown: known !== null, enrolment }
}

/** False when another request spent the secret in between: its outcome must then be read anew. */
async function register({ storage, now }: ServerContext, secretHash: string, device: Device, isKnown: boolean): Promise<boolean> {
  const at = now().toISOString()
  const spent = await inTransaction(storage.db, async (tx) => {
    if (!(await spendEnrolment(tx, secretHash, device.id, at))) return false
    if (!isKnown) await insertDevice(tx, device)
    await appendToJournal(tx, at, {
      actor: `device:${device.id}`,
      act: 'device-enrolled',
      subject: { sessionId: device.sessionId, jurorId: device.jurorId, deviceId: device.id },
    })
    return true
  })
  if (spent) await storage.announceChange(device.sessionId)
  return spent
}

/** The proof's content when it is signed by the announced key and holds this secret, else null. */
async function readProof(request: EnrolmentRequest, secretHash: string) {
  try {
    const proof = await verifyJson('cdj-enrolment+jws', request.proof, request.signingKey, enrolmentProofSchema)
    const keyId = await thumbprint(request.signingKey)
    const holds = proof.secretHash === secretHash && claimedKeyId(request.proof) === keyId && (await thumbprint(proof.signingKey)) === keyId
    return holds ? proof : null
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}
