import { type Entry, entrySchema } from '#domain/entry.ts'
import { SealError } from '#seal/seal-error.ts'
import { type DataKey, decryptJson } from '#seal/vault.ts'
import { address, type EntryRow, rangeOf } from './db.ts'
import { noteEvent } from './diagnostics.ts'
import { withDatabase } from './storage.ts'

/** A sheet's committed entries, decrypted once and read on from where the last reading stopped. Knows nothing that is not on disk. */
export class SheetLog {
  readonly #vaultId: string
  readonly #sheetId: string
  readonly #dataKey: DataKey
  #entries: readonly Entry[] = []
  #damaged: readonly number[] = []
  #nextSeq = 0
  #reading: Promise<unknown> = Promise.resolve()

  constructor(vaultId: string, sheetId: string, dataKey: DataKey) {
    this.#vaultId = vaultId
    this.#sheetId = sheetId
    this.#dataKey = dataKey
  }

  /** In order of `seq`; the same array until it grows. */
  get entries(): readonly Entry[] {
    return this.#entries
  }

  /** `seq` of the rows that no longer open. */
  get damaged(): readonly number[] {
    return this.#damaged
  }

  /** The `seq` of the next entry: how many rows are known to be on disk, damaged ones included. */
  get nextSeq(): number {
    return this.#nextSeq
  }

  /** Reads what was committed since, by any tab. Resolves to whether anything was. Readings never overlap. */
  readOn(): Promise<boolean> {
    const reading = this.#reading.then(
      () => this.#readNew(),
      () => this.#readNew(),
    )
    this.#reading = reading
    return reading
  }

  /** Takes in an entry this tab has just committed. Ignored when another reading already brought it. */
  committed(entry: Entry): void {
    if (entry.seq !== this.#nextSeq) return
    this.#entries = [...this.#entries, entry]
    this.#nextSeq += 1
  }

  async #readNew(): Promise<boolean> {
    const rows = await withDatabase(() => rangeOf.sheet(this.#vaultId, this.#sheetId, this.#nextSeq).toArray())
    const opened = await Promise.all(rows.map((row) => this.#open(row)))
    let changed = false
    for (const [index, row] of rows.entries()) {
      // This tab may have committed and taken in the same row while it was being opened.
      if (row.seq < this.#nextSeq) continue
      this.#missUntil(row.seq)
      const entry = opened[index]
      if (entry) this.#entries = [...this.#entries, entry]
      else this.#damaged = [...this.#damaged, row.seq]
      this.#nextSeq += 1
      changed = true
    }
    return changed
  }

  /** A hole is damage: entries are only ever added right after the one before. */
  #missUntil(seq: number): void {
    while (this.#nextSeq < seq) {
      noteEvent('entryMissing', { sheetId: this.#sheetId, seq: this.#nextSeq })
      this.#damaged = [...this.#damaged, this.#nextSeq]
      this.#nextSeq += 1
    }
  }

  async #open(row: EntryRow): Promise<Entry | null> {
    try {
      return await decryptJson(this.#dataKey, address.entry(row.vaultId, row.sheetId, row.seq), row.sealed, entrySchema)
    } catch (error) {
      noteEvent('entryDamaged', { sheetId: row.sheetId, seq: row.seq, reason: error instanceof SealError ? error.code : 'unreadable' })
      return null
    }
  }
}
