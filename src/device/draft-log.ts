import { liveQuery } from 'dexie'
import { foldDraft, redoTarget, undoTarget } from '#domain/draft.ts'
import type { Entry, EntryBody } from '#domain/entry.ts'
import type { Instant } from '#domain/primitives.ts'
import { commitEntry } from './append-entry.ts'
import { type Clock, clock as pageClock } from './clock.ts'
import { type DayOral, readDayOral, sheetIdOf } from './day.ts'
import { rangeOf } from './db.ts'
import { DeviceError } from './device-error.ts'
import { noteEvent } from './diagnostics.ts'
import type { Notebook } from './notebook.ts'
import { NotebookRescue } from './notebook-rescue.ts'
import { secretsOf, sheetLogOf } from './open-notebook.ts'
import { oralStamp } from './oral-stamp.ts'
import { type Pen, pickUpPen } from './pen.ts'
import type { SheetLog } from './sheet-log.ts'
import { withDatabase } from './storage.ts'

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
  /** True while the stored notebook is gone, deleted under the app: the entries are in memory only. */
  getGone(): boolean
  /** Calls back whenever one of the above changed, from whichever tab. Returns how to stop. */
  subscribe(listener: () => void): () => void
  /** Resolves once the entry is on disk. Rejects with `notWriter`, `quota`, `databaseClosed`, `databaseGone`, `signed` or `locked`. */
  append(body: EntryBody): Promise<Entry>
  /** Takes back the last judgement; false when there is none. */
  undo(): Promise<boolean>
  redo(): Promise<boolean>
  /** Takes the pen from whichever tab holds it. */
  takePen(): Promise<void>
  /**
   * Writes the notebook back from memory after it was deleted: all but PDFs, as it was when this sheet was opened or last signed, and this
   * sheet's entries as they are. Rejects with `notWriter`, `databaseGone` (no copy was made), `quota`…
   */
  rescue(): Promise<void>
  /** Resolves once everything given so far is on disk or has failed, and what other tabs committed is read. */
  settle(): Promise<void>
  close(): void
}

/** Opens the sheet of an oral, and its pen when it is free. Nothing is stored before its first entry. Throws DeviceError `unknownOral`. */
export async function openDraft(notebook: Notebook, oralId: string, clock: Clock = pageClock): Promise<DraftLog> {
  const oral = await readDayOral(notebook, oralId)
  const sheetId = await sheetIdOf(notebook, oralId)
  const draft = new OpenDraft(notebook, oral, sheetId, clock)
  await draft.open()
  return draft
}

/** Another tab may win the same place while the pen changes hands; more often than this is a fault. */
const MAX_TRIES = 5

class OpenDraft implements DraftLog {
  readonly sheetId: string
  readonly oral: DayOral
  readonly #notebook: Notebook
  readonly #clock: Clock
  readonly #log: SheetLog
  readonly #rescue: NotebookRescue
  readonly #listeners = new Set<() => void>()
  #pen: Pen | null = null
  #following: { unsubscribe(): void } | null = null
  #pending = 0
  #signedRevisions = 0
  #queue: Promise<unknown> = Promise.resolve()

  constructor(notebook: Notebook, oral: DayOral, sheetId: string, clock: Clock) {
    this.#notebook = notebook
    this.oral = oral
    this.sheetId = sheetId
    this.#clock = clock
    this.#log = sheetLogOf(notebook, sheetId)
    this.#rescue = new NotebookRescue(notebook, () => this.#changed())
  }

  getEntries = () => this.#log.entries
  getPending = () => this.#pending
  getWriter = () => this.#pen?.held() ?? false
  getSigned = () => this.#signedRevisions >= this.#revision()
  getDamaged = () => this.#log.damaged
  getGone = () => this.#rescue.gone

  async open(): Promise<void> {
    const { vaultId } = this.#notebook
    this.#pen = await pickUpPen(`${vaultId}/${this.sheetId}`, () => this.#changed())
    await this.#readOn()
    this.#rescue.watch()
    this.#following = liveQuery(() =>
      Promise.all([rangeOf.sheet(vaultId, this.sheetId).count(), rangeOf.signedSheet(vaultId, this.sheetId).count()]),
    ).subscribe({
      next: ([entries, signedRevisions]) => {
        // Mostly this tab's own entry, already taken in.
        if (entries === this.#log.nextSeq && signedRevisions === this.#signedRevisions) return
        void this.#readOn().catch((error: unknown) => this.#noteFailure('followFailed', error))
      },
      error: (error: unknown) => this.#noteFailure('followFailed', error),
    })
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  append(body: EntryBody): Promise<Entry> {
    const at = this.#clock.now()
    return this.#enqueue(() => this.#write(body, at))
  }

  undo(): Promise<boolean> {
    return this.#revert('undo', undoTarget)
  }

  redo(): Promise<boolean> {
    return this.#revert('redo', redoTarget)
  }

  async takePen(): Promise<void> {
    await this.#pen?.take()
    await this.#readOn()
  }

  rescue(): Promise<void> {
    return this.#enqueue(async () => {
      if (!this.getWriter()) throw new DeviceError('notWriter')
      await this.#rescue.writeBack(this.sheetId, this.#log.entries)
    })
  }

  async settle(): Promise<void> {
    await this.#queue
    await this.#readOn()
  }

  close(): void {
    this.#following?.unsubscribe()
    this.#rescue.stop()
    // What was given is still written: the pen is let go after it.
    void this.#queue.finally(() => this.#pen?.release())
  }

  #revert(kind: 'undo' | 'redo', target: (entries: readonly Entry[]) => Entry | null): Promise<boolean> {
    const at = this.#clock.now()
    return this.#enqueue(async () => {
      const entry = target(this.#log.entries)
      if (entry === null) return false
      await this.#write({ kind, entryId: entry.id }, at)
      return true
    })
  }

  /** One write at a time, in the order of the gestures; a failed one does not keep the next from being tried. */
  #enqueue<Result>(write: () => Promise<Result>): Promise<Result> {
    this.#pending += 1
    const result = this.#queue.then(write).finally(() => {
      this.#pending -= 1
      this.#changed()
    })
    this.#queue = result.catch((error: unknown) => {
      this.#rescue.noteFailure(error)
      this.#noteFailure('entryNotWritten', error)
    })
    this.#changed()
    return result
  }

  async #write(body: EntryBody, at: Instant): Promise<Entry> {
    const id = crypto.randomUUID()
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      if (!this.getWriter()) throw new DeviceError('notWriter')
      const entries = this.#log.entries
      const entry: Entry = { id, seq: this.#log.nextSeq, at, ...oralStamp(entries, body, this.oral, at), body }
      const { dataKey } = secretsOf(this.#notebook)
      const revision = this.#revision() + (body.kind === 'correction' ? 1 : 0)
      const place = { vaultId: this.#notebook.vaultId, sheetId: this.sheetId, dataKey, revision }
      if (await commitEntry(entry, place)) {
        this.#log.committed(entry)
        return entry
      }
      await this.#readOn()
    }
    throw new DeviceError('notWriter')
  }

  /** The revision being written, or the signed one as long as it is not reopened. */
  #revision(): number {
    return foldDraft(this.#log.entries.filter(({ body }) => body.kind === 'correction')).revision
  }

  async #readOn(): Promise<void> {
    await this.#log.readOn()
    const { vaultId } = this.#notebook
    const signedBefore = this.#signedRevisions
    this.#signedRevisions = await withDatabase(() => rangeOf.signedSheet(vaultId, this.sheetId).count())
    if (this.#signedRevisions > signedBefore) void this.#rescue.keepCopy()
    this.#changed()
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }

  #noteFailure(event: string, error: unknown): void {
    noteEvent(event, { reason: error instanceof DeviceError ? error.code : error instanceof Error ? error.name : 'unknown' })
  }
}
