import type { Entry } from '#domain/entry.ts'
import { db } from './db.ts'
import { DeviceError } from './device-error.ts'
import { noteEvent } from './diagnostics.ts'
import { type KeptCopy, readCopy, sealEntries, writeBack } from './kept-copy.ts'
import type { Notebook } from './notebook.ts'
import { secretsOf } from './open-notebook.ts'
import { watchDatabaseLoss, withDatabase } from './storage.ts'

/** Notices that the stored notebook was deleted under an open sheet, and can write it back from this tab's memory. */
export class NotebookRescue {
  readonly #notebook: Notebook
  readonly #onChange: () => void
  #copy: KeptCopy | null = null
  #gone = false
  #stopWatching: (() => void) | null = null

  constructor(notebook: Notebook, onChange: () => void) {
    this.#notebook = notebook
    this.#onChange = onChange
  }

  /** True while the stored notebook is known to be gone. */
  get gone(): boolean {
    return this.#gone
  }

  watch(): void {
    void this.keepCopy()
    this.#stopWatching = watchDatabaseLoss(() => void this.#look())
  }

  stop(): void {
    this.#stopWatching?.()
  }

  /** Keeps the notebook as it is on disk now. Never replaced by nothing: the copy of a database that is gone is the one that is needed. */
  async keepCopy(): Promise<void> {
    try {
      this.#copy = (await readCopy(this.#notebook.vaultId)) ?? this.#copy
    } catch (error) {
      noteEvent('copyNotKept', { reason: error instanceof Error ? error.name : 'unknown' })
    }
  }

  /** Takes notice of a write that failed. */
  noteFailure(error: unknown): void {
    if (!(error instanceof DeviceError && error.code === 'databaseGone')) return
    this.#gone = true
    this.#onChange()
  }

  /** Writes back the kept copy and the entries of the open sheet. Throws DeviceError `databaseGone` when no copy was made, `quota`… */
  async writeBack(sheetId: string, entries: readonly Entry[]): Promise<void> {
    if (this.#copy === null) throw new DeviceError('databaseGone')
    const { dataKey } = secretsOf(this.#notebook)
    await writeBack(this.#copy, await sealEntries(entries, { vaultId: this.#notebook.vaultId, sheetId, dataKey }))
    this.#gone = false
    noteEvent('notebookWrittenBack', { entries: entries.length })
    this.#onChange()
  }

  async #look(): Promise<void> {
    try {
      this.#gone = (await withDatabase(() => db.vaults.get(this.#notebook.vaultId))) === undefined
      this.#onChange()
    } catch (error) {
      noteEvent('lossNotChecked', { reason: error instanceof Error ? error.name : 'unknown' })
    }
  }
}
