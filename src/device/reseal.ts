import { sealSheet } from '#seal/envelope.ts'
import { sha256 } from '#seal/hash.ts'
import { db, type OutboxRow, rangeOf, type SignedRow } from './db.ts'
import { noteEvent } from './diagnostics.ts'
import type { Notebook } from './notebook.ts'
import { secretsOf } from './open-notebook.ts'
import { readSigned } from './signing.ts'
import { withDatabase } from './storage.ts'

/*
 * An envelope whose bytes changed on the disk can be opened by nobody, and is never sent. The signed sheet itself is kept beside it: while the
 * notebook is open, it is sealed once more. The server stores a sheet once, whatever envelopes bring it.
 */

/** Seals anew the notebook's undelivered sheets whose envelope is damaged, and resolves to how many. A signed row that is damaged too is left. */
export async function resealDamaged(notebook: Notebook): Promise<number> {
  const signed = await withDatabase(() => rangeOf.vaultSigned(notebook.vaultId).toArray())
  let resealed = 0
  for (const row of signed) if ((await isDamaged(row)) && (await reseal(notebook, row))) resealed += 1
  if (resealed > 0) noteEvent('envelopesResealed', { count: resealed })
  return resealed
}

async function isDamaged({ envelopeId }: SignedRow): Promise<boolean> {
  const [outbox, envelope] = await withDatabase(() => Promise.all([db.outbox.get(envelopeId), db.envelopes.get(envelopeId)]))
  if (!outbox || outbox.receipt !== null) return false
  return envelope === undefined || (await sha256(envelope.jwe)) !== envelopeId
}

/** The new envelope takes the old one's place in one transaction; false when nothing was changed. */
async function reseal(notebook: Notebook, row: SignedRow): Promise<boolean> {
  const sheet = await readSigned(notebook, row)
  if (sheet === null || sheet.hash !== row.hash) return false
  const envelope = await sealSheet(sheet.jws, secretsOf(notebook).serverKeys.sealing)
  return withDatabase(() =>
    db.transaction('rw', [db.signed, db.envelopes, db.outbox], async () => {
      const now = await db.signed.get([row.vaultId, row.chainIndex])
      const former = await db.outbox.get(row.envelopeId)
      // Another tab sealed it, or it was wiped meanwhile.
      if (now?.envelopeId !== row.envelopeId || !former || former.receipt !== null) return false
      await db.signed.put({ ...now, envelopeId: envelope.id })
      await db.envelopes.add({ ...envelope, vaultId: row.vaultId })
      await db.envelopes.delete(row.envelopeId)
      await db.outbox.add(newRow(former, envelope.id, envelope.jwe.length))
      await db.outbox.delete(row.envelopeId)
      return true
    }),
  )
}

/** In its turn, due at once, and told as sealed anew. */
function newRow({ formerReceipt: _lost, ...former }: OutboxRow, envelopeId: string, byteLength: number): OutboxRow {
  return { ...former, envelopeId, byteLength, attempts: 0, nextAttemptAt: 0, receipt: null, refusal: null, resealed: true }
}
