import { type Entry, entrySchema } from '#domain/entry.ts'
import { type DataKey, encryptJson } from '#seal/vault.ts'
import { address, db, rangeOf } from './db.ts'
import { DeviceError } from './device-error.ts'
import { isDuplicateKey, withDatabase } from './storage.ts'

interface Place {
  vaultId: string
  sheetId: string
  dataKey: DataKey
  /** The revision the entry belongs to: one more than the signed ones, or the log is signed. */
  revision: number
}

/**
 * Commits one entry in a strict transaction of its own; resolves to true once it is on disk, to false when another tab has already written
 * that `seq`. The transaction itself checks that the entry before is there, so that a log never has a hole, and that the sheet is not
 * signed. Throws DeviceError `signed`, `databaseGone`, `quota`…
 */
export async function commitEntry(entry: Entry, place: Place): Promise<boolean> {
  const { vaultId, sheetId, dataKey, revision } = place
  const { seq } = entry
  const sealed = await encryptJson(dataKey, address.entry(vaultId, sheetId, seq), entrySchema.parse(entry))
  try {
    await withDatabase(() =>
      db.transaction('rw', db.vaults, db.entries, db.signed, async () => {
        // Asked together, so that a tap waits for one round trip; throwing takes the added row back.
        const [before, signedRevisions] = await Promise.all([
          seq === 0 ? db.vaults.get(vaultId) : db.entries.get([vaultId, sheetId, seq - 1]),
          rangeOf.signedSheet(vaultId, sheetId).count(),
          db.entries.add({ vaultId, sheetId, seq, sealed }),
        ])
        if (!before) throw new DeviceError('databaseGone')
        if (signedRevisions >= revision) throw new DeviceError('signed')
      }),
    )
    return true
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return isOwnRow(vaultId, sheetId, seq, sealed.iv)
  }
}

/** After a lost connection the first try may have been committed all the same: the row is then ours, told by its random IV. */
async function isOwnRow(vaultId: string, sheetId: string, seq: number, iv: Uint8Array): Promise<boolean> {
  const row = await withDatabase(() => db.entries.get([vaultId, sheetId, seq]))
  return row?.sealed.iv.every((byte, index) => byte === iv[index]) === true
}
