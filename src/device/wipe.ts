import { z } from 'zod'
import { DEFAULT_RETENTION_DAYS } from '#domain/session-package.ts'
import { verifyReceipt } from '#seal/receipt.ts'
import { SealError } from '#seal/seal-error.ts'
import { signWipe } from '#seal/wipe.ts'
import { db, type OutboxRow, rangeOf, type SignedRow } from './db.ts'
import { noteEvent } from './diagnostics.ts'
import type { Notebook } from './notebook.ts'
import { secretsOf } from './open-notebook.ts'
import { anyPenHeld } from './pen.ts'
import { withDatabase } from './storage.ts'

/*
 * The end of a notebook. Nothing is wiped while a sheet lacks a receipt that verifies now, and never by itself. The statement is signed while the
 * key still exists; in the same transaction it is put by, and every row of the notebook goes, the wrapped keys first among them: what a disk may
 * keep of them is ciphertext whose key is nowhere any more.
 */

/** What stands in the way, counted. A notebook with none of these can be wiped; drafts may be given up knowingly. */
export interface WipeObstacles {
  /** Signed sheets without a verified receipt. */
  undelivered: number
  /** Sheets begun and not signed. */
  drafts: number
}

export type WipeOutcome =
  | { ok: true; statement: string }
  /** `writing`: a sheet is open for writing in some tab. `changed`: something was written meanwhile; look again. */
  | { ok: false; code: 'undelivered' | 'drafts' | 'writing' | 'changed' }

interface VaultRows {
  signed: SignedRow[]
  outbox: OutboxRow[]
  entryKeys: readonly unknown[]
}

async function readRows(vaultId: string): Promise<VaultRows> {
  const signed = await rangeOf.vaultSigned(vaultId).toArray()
  const outbox = (await db.outbox.toArray()).filter((row) => row.vaultId === vaultId)
  return { signed, outbox, entryKeys: await rangeOf.vaultEntries(vaultId).primaryKeys() }
}

/** What keeps this notebook from being wiped. Each receipt is verified now, with the pinned key. */
export async function readWipeObstacles(notebook: Notebook): Promise<WipeObstacles> {
  return obstaclesIn(notebook, await withDatabase(() => readRows(notebook.vaultId)))
}

async function obstaclesIn(notebook: Notebook, rows: VaultRows): Promise<WipeObstacles> {
  const { serverKeys } = secretsOf(notebook)
  const proved = await Promise.all(rows.outbox.map((row) => isProved(row, serverKeys.signing)))
  const inOutbox = new Set(rows.outbox.map(({ envelopeId }) => envelopeId))
  const withoutRow = rows.signed.filter(({ envelopeId }) => !inOutbox.has(envelopeId)).length
  return { undelivered: proved.filter((isFine) => !isFine).length + withoutRow, drafts: countDrafts(rows) }
}

async function isProved(row: OutboxRow, key: Parameters<typeof verifyReceipt>[1]): Promise<boolean> {
  if (row.receipt === null) return false
  try {
    await verifyReceipt(row.receipt, key, row.envelopeId)
    return true
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    noteEvent('receiptRefused', { reason: error.code })
    return false
  }
}

/** Sheets with entries that no signature froze. */
function countDrafts({ signed, entryKeys }: VaultRows): number {
  const written = new Map<string, number>()
  for (const [, sheetId] of entryKeys as [string, string, number][]) written.set(sheetId, (written.get(sheetId) ?? 0) + 1)
  const frozen = new Map<string, number>()
  for (const row of signed) frozen.set(row.sheetId, Math.max(row.entryCount, frozen.get(row.sheetId) ?? 0))
  return [...written].filter(([sheetId, count]) => count > (frozen.get(sheetId) ?? 0)).length
}

/** When the certifier's retention is over: from then on the device proposes to wipe the notebook. Pure. */
export function wipeProposedAt({ session, retentionDays }: Notebook['package']): number {
  return Date.parse(`${session.endsOn}T23:59:59Z`) + (retentionDays ?? DEFAULT_RETENTION_DAYS) * 86_400_000
}

/** Wipes a notebook whose sheets are all delivered, and locks it. Throws DeviceError `locked`, `databaseClosed`… and then nothing is wiped. */
export async function wipeNotebook(notebook: Notebook, options: { giveUpDrafts: boolean }): Promise<WipeOutcome> {
  if (await anyPenHeld(notebook.vaultId)) return { ok: false, code: 'writing' }
  const rows = await withDatabase(() => readRows(notebook.vaultId))
  const { undelivered, drafts } = await obstaclesIn(notebook, rows)
  if (undelivered > 0) return { ok: false, code: 'undelivered' }
  if (drafts > 0 && !options.giveUpDrafts) return { ok: false, code: 'drafts' }
  const wipedAt = Date.now()
  const statement = await signWipe(
    {
      format: 'carnet-de-jury/wipe',
      formatVersion: 1,
      vaultId: notebook.vaultId,
      deviceId: notebook.deviceId,
      sessionId: notebook.package.session.id,
      jurorId: notebook.juror.id,
      at: new Date(wipedAt).toISOString(),
      sheetHashes: rows.signed.map(({ hash }) => hash),
      draftsGivenUp: drafts,
    },
    secretsOf(notebook).signingKey,
  )
  const wiped: WipedRecord = { statement, label: notebook.label, wipedAt, sheets: rows.signed.length, receivedAt: null }
  if (!(await destroy(notebook.vaultId, rows, wiped))) return { ok: false, code: 'changed' }
  notebook.lock()
  noteEvent('notebookWiped', { sheets: rows.signed.length, drafts })
  return { ok: true, statement }
}

/** False, and nothing is destroyed, when something was written since `rows` were read. */
async function destroy(vaultId: string, rows: VaultRows, wiped: WipedRecord): Promise<boolean> {
  return withDatabase(() =>
    db.transaction(
      'rw',
      [db.vaults, db.records, db.entries, db.signed, db.envelopes, db.outbox, db.files, db.chunks, db.panelRows, db.facts],
      async () => {
        const now = await readRows(vaultId)
        const isSame =
          now.signed.length === rows.signed.length &&
          now.entryKeys.length === rows.entryKeys.length &&
          now.outbox.length === rows.outbox.length &&
          now.outbox.every(({ receipt }) => receipt !== null)
        if (!isSame) return false
        await db.vaults.delete(vaultId)
        await db.records.where('[vaultId+kind]').between([vaultId, ''], [vaultId, '\uffff']).delete()
        await rangeOf.vaultEntries(vaultId).delete()
        await rangeOf.vaultSigned(vaultId).delete()
        await db.envelopes.bulkDelete(now.outbox.map(({ envelopeId }) => envelopeId))
        await db.outbox.bulkDelete(now.outbox.map(({ envelopeId }) => envelopeId))
        await db.files.where('[vaultId+fileId]').between([vaultId, ''], [vaultId, '\uffff']).delete()
        await db.chunks.filter((chunk) => chunk.vaultId === vaultId).delete()
        await rangeOf.vaultPanel(vaultId).delete()
        await db.facts.delete(`recovery/${vaultId}`)
        await db.facts.put({ name: wipedFact(vaultId), value: wiped })
        return true
      },
    ),
  )
}

const WIPED = 'wiped/'
const wipedFact = (vaultId: string) => WIPED + vaultId

const wipedRecordSchema = z.object({
  statement: z.string(),
  label: z.string(),
  wipedAt: z.number(),
  sheets: z.number(),
  /** When the server took the statement; null until then. */
  receivedAt: z.string().nullable(),
})
export type WipedRecord = z.infer<typeof wipedRecordSchema>

/** Statements of the notebooks wiped here, the latest first. */
export async function readWiped(): Promise<(WipedRecord & { vaultId: string })[]> {
  const rows = await db.facts.where('name').startsWith(WIPED).toArray()
  return rows
    .flatMap(({ name, value }) => {
      const parsed = wipedRecordSchema.safeParse(value)
      return parsed.success ? [{ ...parsed.data, vaultId: name.slice(WIPED.length) }] : []
    })
    .sort((a, b) => b.wipedAt - a.wipedAt)
}

export async function noteWipeReceived(vaultId: string, record: WipedRecord, receivedAt: string): Promise<void> {
  await withDatabase(() => db.facts.put({ name: wipedFact(vaultId), value: { ...record, receivedAt } }))
}
