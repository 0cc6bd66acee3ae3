import { type EnrolmentRequest, type EnrolmentResponse, enrolmentProofSchema } from '#contract/enrolment.ts'
import { enrolmentSecretHash, formatEnrolmentCode, newEnrolmentSecret } from '#seal/enrolment-code.ts'
import { thumbprint } from '#seal/keys.ts'
import { SealError } from '#seal/seal-error.ts'
import { claimedKeyId, verifyJson } from '#seal/signed.ts'
import type { ServerContext } from '../context.ts'
import { type Device, findDevice, insertDevice } from '../storage/devices.ts'
import { findEnrolment, insertEnrolment, spendEnrolment } from '../storage/enrolments.ts'
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
  const { storage, secrets, config, now } = context
  const stored = await findSession(storage.db, request.sessionId)
  if (!stored?.session.jurors.some((juror) => juror.id === request.jurorId)) return null
  const secret = newEnrolmentSecret()
  const secretHash = await enrolmentSecretHash(secret)
  const at = now().toISOString()
  await inTransaction(storage.db, async (tx) => {
    const { sessionId, jurorId, actor } = request
    await appendToJournal(tx, at, { actor, act: 'enrolment-link-created', subject: { sessionId, jurorId } })
    await insertEnrolment(tx, { secretHash, sessionId, jurorId }, at)
  })
  const code = await formatEnrolmentCode({ secret, serverKeyId: secrets.signing.keyId })
  return { link: `${config.publicUrl}/salle/inscription#${code}`, code }
}

export type EnrolmentOutcome =
  | { ok: true; answer: EnrolmentResponse }
  | { ok: false; code: 'enrolment-unknown' | 'enrolment-used' | 'device-proof-wrong' }

/**
 * Enrols a device with a one-time secret. A device whose answer was lost may ask again with the same secret and key, and is answered again;
 * another device is told that the secret is used.
 */
export async function enrolDevice(context: ServerContext, request: EnrolmentRequest): Promise<EnrolmentOutcome> {
  const { storage, now } = context
  const secretHash = await enrolmentSecretHash(request.secret)
  const enrolment = await findEnrolment(storage.db, secretHash)
  if (!enrolment) return { ok: false, code: 'enrolment-unknown' }
  const proof = await readProof(request, secretHash)
  if (proof === null) return { ok: false, code: 'device-proof-wrong' }
  const deviceId = await thumbprint(proof.signingKey)
  if (enrolment.usedAt !== null && enrolment.deviceId !== deviceId) return { ok: false, code: 'enrolment-used' }

  const known = await findDevice(storage.db, deviceId)
  if (known && (known.sessionId !== enrolment.sessionId || known.jurorId !== enrolment.jurorId))
    return { ok: false, code: 'device-proof-wrong' }
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
  }
  if (enrolment.usedAt === null && !(await register(context, secretHash, device, known !== null, at))) {
    return enrolDevice(context, request)
  }
  const answer = {
    jurorId: device.jurorId,
    sessionId: device.sessionId,
    serverKeys: context.secrets.publicKeys,
    sealedPackage: await sealedPackageFor(context, device),
    certificate: await certificateOf(context, device),
  }
  return { ok: true, answer }
}

/** False when another request spent the secret in between: its outcome must then be read anew. */
async function register(context: ServerContext, secretHash: string, device: Device, isKnown: boolean, at: string): Promise<boolean> {
  const { storage } = context
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
