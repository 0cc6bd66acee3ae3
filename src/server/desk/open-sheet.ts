import type { StoredSheet } from '#contract/desk.ts'
import { foldMatchesLog, scoreSheetSchema } from '#domain/sheet.ts'
import { fromBase64url, fromUtf8 } from '#seal/bytes.ts'
import { verifySheet } from '#seal/envelope.ts'
import { sha256 } from '#seal/hash.ts'
import { verifyReceipt } from '#seal/receipt.ts'
import { SealError } from '#seal/seal-error.ts'
import type { ServerContext } from '../context.ts'
import { findDevice } from '../storage/devices.ts'
import { findSheet, otherRevisions } from '../storage/sheets.ts'

/**
 * Opens a stored sheet and proves anew, from the stored bytes, what can be proved of it; null when there is none. A sheet damaged since it
 * was stored still opens, and is told as such.
 */
export async function openSheet({ storage: { db }, secrets }: ServerContext, hash: string): Promise<StoredSheet | 'erased' | null> {
  const found = await findSheet(db, hash)
  if (!found) return null
  const { row, receipt, envelopeId } = found
  if (row.jws === '') return 'erased'
  const device = await findDevice(db, row.device_id)
  const sheet = scoreSheetSchema.parse(JSON.parse(fromUtf8(fromBase64url(row.jws.split('.')[1] ?? ''))))
  const signed = (await sha256(row.jws)) === row.hash && (await signatureHolds(row.jws, async () => device?.signingKey ?? null))
  return {
    hash: row.hash,
    jws: row.jws,
    sheet,
    verification: {
      signature: signed ? 'valid' : 'invalid',
      foldMatchesLog: foldMatchesLog(sheet),
      deviceEnrolled: device !== null && device.sessionId === sheet.sessionId && device.jurorId === sheet.juror.id,
    },
    receipt: await verifyReceipt(receipt, secrets.publicKeys.signing, envelopeId),
    revisions: await otherRevisions(db, row),
  }
}

async function signatureHolds(jws: string, keyOf: Parameters<typeof verifySheet>[1]): Promise<boolean> {
  try {
    await verifySheet(jws, keyOf)
    return true
  } catch (error) {
    if (error instanceof SealError) return false
    throw error
  }
}
