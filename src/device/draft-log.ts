import type { Entry, EntryBody } from '#domain/entry.ts'
import type { DayOral } from './day.ts'
import type { Notebook } from './notebook.ts'

/** The append-only log of one juror's sheet for one oral. Each method that writes rejects with a DeviceError. */
export interface DraftLog {
  readonly sheetId: string
  readonly oral: DayOral
  /** Only what IndexedDB has committed; the same array until something changes. */
  getEntries(): readonly Entry[]
  /** How many entries were given and are not committed yet. */
  getPending(): number
  /** True while this tab holds the pen. */
  getWriter(): boolean
  /** True when the newest revision is signed: reopenSheet before writing again. */
  getSigned(): boolean
  /** Sequence numbers of rows that no longer open. */
  getDamaged(): readonly number[]
  /** Calls back whenever one of the above changed, from whichever tab. Returns how to stop. */
  subscribe(listener: () => void): () => void
  /** Resolves once the entry is on disk. Rejects with `notWriter`, `quota`, `databaseClosed`, `databaseGone`, `signed` or `locked`. */
  append(body: EntryBody): Promise<Entry>
  /** Takes back the last judgement; false when there is none. */
  undo(): Promise<boolean>
  redo(): Promise<boolean>
  /** Takes the pen from whichever tab holds it. */
  takePen(): Promise<void>
  close(): void
}
/** Opens the sheet of an oral. Nothing is stored before its first entry. */
export async function openDraft(_notebook: Notebook, _oralId: string): Promise<DraftLog> {
  throw new Error('not yet')
}
