import { type EnrolmentCertificate, signEnrolmentCertificate, verifyEnrolmentCertificate } from '#seal/enrolment-certificate.ts'
import { SealError } from '#seal/seal-error.ts'
import type { ServerContext } from '../context.ts'
import { type Device, findDevice, insertDevice } from '../storage/devices.ts'
import { appendAfter, lockJournal } from '../storage/journal.ts'
import { findSession } from '../storage/sessions.ts'
import { inTransaction } from '../storage/transaction.ts'

/** What the server gives a device it enrols, to be shown again should this server forget it. */
export function certificateOf({ secrets }: ServerContext, device: Device): Promise<string> {
  const certificate: EnrolmentCertificate = {
    format: 'carnet-de-jury/enrolment-certificate',
    formatVersion: 1,
    deviceId: device.id,
    deviceName: device.name,
    sessionId: device.sessionId,
    jurorId: device.jurorId,
    signingKey: device.signingKey,
    sealingKey: device.sealingKey,
    enrolledAt: device.enrolledAt,
  }
  return signEnrolmentCertificate(certificate, secrets.signing.privateKey, secrets.signing.keyId)
}

/**
 * Registers anew a device that this server once enrolled and has lost since (it was restored from an older backup). Only its own signature
 * counts, and the session and juror must still be there; a device it knows is left as it is. Says whether the device is known now.
 */
export async function restoreEnrolment(context: ServerContext, jws: string): Promise<boolean> {
  const { storage, now } = context
  const certificate = await readCertificate(context, jws)
  if (certificate === null) return false
  const { deviceId, sessionId, jurorId } = certificate
  const stored = await findSession(storage.db, sessionId)
  if (!stored?.session.jurors.some(({ id }) => id === jurorId)) return false
  const at = now().toISOString()
  const isNew = await inTransaction(storage.db, async (tx) => {
    // The lock makes two that come at once wait for each other.
    const head = await lockJournal(tx)
    if (await findDevice(tx, deviceId)) return false
    await insertDevice(tx, {
      id: deviceId,
      sessionId,
      jurorId,
      name: certificate.deviceName,
      signingKey: certificate.signingKey,
      sealingKey: certificate.sealingKey,
      enrolledAt: certificate.enrolledAt,
      lastSeenAt: at,
      readiness: null,
    })
    const subject = { sessionId, jurorId, deviceId }
    await appendAfter(tx, head, at, [{ actor: `device:${deviceId}`, act: 'device-restored', subject }])
    return true
  })
  if (isNew) await storage.announceChange(sessionId)
  return true
}

async function readCertificate({ secrets }: ServerContext, jws: string): Promise<EnrolmentCertificate | null> {
  try {
    return await verifyEnrolmentCertificate(jws, secrets.publicKeys.signing)
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}
