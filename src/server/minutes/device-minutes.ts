import { type SignatureState, signatureState } from '#domain/minutes.ts'
import type { AwaitingMinutes } from '#seal/awaiting-minutes.ts'
import { minutesSigner, readMinutes, verifyMinutesSignature } from '#seal/minutes.ts'
import { SealError } from '#seal/seal-error.ts'
import { signJson } from '#seal/signed.ts'
import { type SignedMinutes, signedMinutes } from '#seal/signed-minutes.ts'
import type { ServerContext } from '../context.ts'
import { minutesSigned } from '../delivery/store-delivered.ts'
import type { Device } from '../storage/devices.ts'
import { appendAfter, lockJournal } from '../storage/journal.ts'
import { findMinutes, insertSignatures, sessionMinutes, signaturesOf } from '../storage/minutes.ts'
import { inTransaction } from '../storage/transaction.ts'
import { inForce } from './panel-day.ts'

/** Minutes in force that name the juror as present and that they have not signed yet, signed by the server. */
export async function minutesAwaiting({ storage: { db }, secrets, now }: ServerContext, device: Device): Promise<string> {
  const rows = inForce(await sessionMinutes(db, device.sessionId))
  const signatures = await signaturesOf(
    db,
    rows.map(({ hash }) => hash),
  )
  const minutes: SignedMinutes[] = []
  for (const { hash, text } of rows) {
    const own = signatures.filter(({ minutes_hash }) => minutes_hash === hash)
    const sealed = await readMinutes(text)
    const { missing } = signatureState(
      sealed.minutes,
      own.map(({ juror_id }) => ({ jurorId: juror_id })),
    )
    if (!missing.includes(device.jurorId)) continue
    minutes.push(
      signedMinutes(
        sealed,
        own.map(({ detached }) => detached),
      ),
    )
  }
  const awaiting: AwaitingMinutes = {
    format: 'carnet-de-jury/awaiting-minutes',
    formatVersion: 1,
    at: now().toISOString(),
    sessionId: device.sessionId,
    jurorId: device.jurorId,
    minutes,
  }
  return signJson('cdj-awaiting+jws', awaiting, secrets.signing.privateKey, secrets.signing.keyId)
}

export type SigningOutcome = { ok: true; state: SignatureState } | { ok: false; code: 'minutes-signature-wrong' }

/** Takes a member's signature from their own device. Sent twice, it is stored once. Null when these are no minutes of the device's session. */
export async function takeSignature(
  context: ServerContext,
  device: Device,
  hash: string,
  detached: string,
): Promise<SigningOutcome | null> {
  const { storage, now } = context
  const row = await findMinutes(storage.db, hash)
  if (!row || row.session_id !== device.sessionId) return null
  const sealed = await readMinutes(row.text)
  if (!(await isOwnSignature(sealed, detached, device))) return { ok: false, code: 'minutes-signature-wrong' }
  const at = now().toISOString()
  const signature = { minutes_hash: hash, juror_id: device.jurorId, device_id: device.id, detached, received_at: at }
  const signers = await inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const known = await signaturesOf(tx, [hash])
    if (known.some(({ device_id }) => device_id === device.id)) return known
    await appendAfter(tx, head, at, [await minutesSigned(row.session_id, signature)])
    await insertSignatures(tx, [signature])
    return [...known, signature]
  })
  await storage.announceChange(row.session_id)
  return {
    ok: true,
    state: signatureState(
      sealed.minutes,
      signers.map(({ juror_id }) => ({ jurorId: juror_id })),
    ),
  }
}

async function isOwnSignature(sealed: Awaited<ReturnType<typeof readMinutes>>, detached: string, device: Device): Promise<boolean> {
  try {
    const { keyId } = minutesSigner(detached)
    const { jurorId } = await verifyMinutesSignature(sealed, detached, device.signingKey)
    return keyId === device.id && jurorId === device.jurorId
  } catch (error) {
    if (error instanceof SealError) return false
    throw error
  }
}
