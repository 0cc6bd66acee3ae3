import type { IndexableType, Table } from 'dexie'
import { type Entry, entrySchema } from '#domain/entry.ts'
import { type DataKey, encryptJson } from '#seal/vault.ts'
import {
  address,
  db,
  type EntryRow,
  type EnvelopeRow,
  type OutboxRow,
  type PanelRow,
  type PanelRowKind,
  type RecordKind,
  type RecordRow,
  rangeOf,
  type SignedRow,
  type VaultRow,
} from './db.ts'
import { withDatabase } from './storage.ts'

/*
 * What survives a database deleted under the app: as long as a sheet is open, its tab keeps a copy of the whole notebook in memory, and can
 * write it back. PDFs are left out, they come down again.
 */

/** The rows of one notebook as they were on disk, sealed as they were there. */
export interface KeptCopy {
  vault: VaultRow
  records: RecordRow[]
  entries: EntryRow[]
  signed: SignedRow[]
  envelopes: EnvelopeRow[]
  outbox: OutboxRow[]
  panelRows: PanelRow[]
}

/** Reads the copy; null when the notebook is not on disk. */
export async function readCopy(vaultId: string): Promise<KeptCopy | null> {
  return withDatabase(() =>
    db.transaction('r', [db.vaults, db.records, db.entries, db.signed, db.envelopes, db.outbox, db.panelRows], async () => {
      const vault = await db.vaults.get(vaultId)
      if (!vault) return null
      const outbox = await db.outbox.filter((row) => row.vaultId === vaultId).toArray()
      const envelopes = await db.envelopes.bulkGet(outbox.map(({ envelopeId }) => envelopeId))
      return {
        vault,
        records: await db.records.where('[vaultId+kind]').between([vaultId, ''], [vaultId, '\uffff']).toArray(),
        entries: await rangeOf.vaultEntries(vaultId).toArray(),
        signed: await rangeOf.vaultSigned(vaultId).toArray(),
        envelopes: envelopes.filter((row) => row !== undefined),
        outbox,
        panelRows: await rangeOf.vaultPanel(vaultId).toArray(),
      }
    }),
  )
}

/** The entries of an open sheet, sealed again for the places they had. */
export function sealEntries(entries: readonly Entry[], place: { vaultId: string; sheetId: string; dataKey: DataKey }): Promise<EntryRow[]> {
  const { vaultId, sheetId, dataKey } = place
  return Promise.all(
    entries.map(async (entry) => ({
      vaultId,
      sheetId,
      seq: entry.seq,
      sealed: await encryptJson(dataKey, address.entry(vaultId, sheetId, entry.seq), entrySchema.parse(entry)),
    })),
  )
}

/** Writes back, in one transaction, every row that is no longer there. Rows that are there stay as they are. */
export async function writeBack(copy: KeptCopy, newerEntries: readonly EntryRow[]): Promise<void> {
  await withDatabase(() =>
    db.transaction('rw', [db.vaults, db.records, db.entries, db.signed, db.envelopes, db.outbox, db.panelRows], async () => {
      await addMissing(db.vaults, [copy.vault], ({ id }) => id)
      await addMissing(db.records, copy.records, ({ vaultId, kind }): [string, RecordKind] => [vaultId, kind])
      const keyOfEntry = ({ vaultId, sheetId, seq }: EntryRow): [string, string, number] => [vaultId, sheetId, seq]
      await addMissing(db.entries, copy.entries, keyOfEntry)
      await addMissing(db.entries, newerEntries, keyOfEntry)
      await addMissing(db.signed, copy.signed, ({ vaultId, chainIndex }): [string, number] => [vaultId, chainIndex])
      await addMissing(db.envelopes, copy.envelopes, ({ id }) => id)
      await addMissing(db.outbox, copy.outbox, ({ envelopeId }) => envelopeId)
      await addMissing(db.panelRows, copy.panelRows, ({ vaultId, kind, id }): [string, PanelRowKind, string] => [vaultId, kind, id])
    }),
  )
}

async function addMissing<Row, Key extends IndexableType>(
  table: Table<Row, Key>,
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Promise<void> {
  const present = await table.bulkGet(rows.map(keyOf))
  await table.bulkAdd(rows.filter((_row, index) => present[index] === undefined))
}
