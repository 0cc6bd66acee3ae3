import type { MinutesSummary, StoredMinutes } from '#contract/minutes.ts'
import { signatureState } from '#domain/minutes.ts'
import { minutesSigner, readMinutes, type SealedMinutes, verifyMinutesSignature } from '#seal/minutes.ts'
import { SealError } from '#seal/seal-error.ts'
import type { ServerContext } from '../context.ts'
import { findDevice } from '../storage/devices.ts'
import type { Db } from '../storage/engine.ts'
import { findMinutes, sessionMinutes, signaturesOf } from '../storage/minutes.ts'
import type { MinutesSignatureTable, MinutesTable } from '../storage/schema.ts'

/** Lists minutes with the state of their signatures. `all`: the session's, to know which are corrected by others. */
export async function summarise(db: Db, rows: readonly MinutesTable[], all: readonly MinutesTable[]): Promise<MinutesSummary[]> {
  const signatures = await signaturesOf(
    db,
    rows.map(({ hash }) => hash),
  )
  return Promise.all(
    rows.map(async (row) => {
      const { minutes } = await readMinutes(row.text)
      const own = signatures.filter(({ minutes_hash }) => minutes_hash === row.hash)
      return {
        hash: row.hash,
        panelId: row.panel_id,
        day: row.day,
        receivedAt: row.received_at,
        origin: row.origin,
        amends: row.amends,
        amendedBy: all.find(({ amends }) => amends === row.hash)?.hash ?? null,
        ...signatureState(
          minutes,
          own.map(({ juror_id }) => ({ jurorId: juror_id })),
        ),
      }
    }),
  )
}

/** All minutes of a session, in the order received. */
export async function listMinutes({ storage: { db } }: ServerContext, sessionId: string): Promise<MinutesSummary[]> {
  const rows = await sessionMinutes(db, sessionId)
  return summarise(db, rows, rows)
}

/** Opens stored minutes and verifies each signature anew, over the stored bytes; null when there are none. */
export async function openMinutes({ storage: { db }, secrets }: ServerContext, hash: string): Promise<StoredMinutes | null> {
  const row = await findMinutes(db, hash)
  if (!row) return null
  const sealed = await readMinutes(row.text)
  const [summary] = await summarise(db, [row], await sessionMinutes(db, row.session_id))
  if (!summary) throw new Error('minutes without a summary')
  const signatures = await signaturesOf(db, [hash])
  return {
    summary,
    text: row.text,
    minutes: sealed.minutes,
    signatures: await Promise.all(
      signatures.map(async (signature) => ({
        signer: minutesSigner(signature.detached).signer,
        deviceId: signature.device_id,
        receivedAt: signature.received_at,
        isValid: sealed.hash === hash && (await holds(db, sealed, signature)),
        detached: signature.detached,
      })),
    ),
    journalIndex: row.journal_index,
    serverKeyId: secrets.signing.keyId,
  }
}

async function holds(db: Db, sealed: SealedMinutes, signature: MinutesSignatureTable): Promise<boolean> {
  const device = await findDevice(db, signature.device_id)
  if (device?.jurorId !== signature.juror_id) return false
  try {
    await verifyMinutesSignature(sealed, signature.detached, device.signingKey)
    return true
  } catch (error) {
    if (error instanceof SealError) return false
    throw error
  }
}
