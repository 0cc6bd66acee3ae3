import { Dexie } from 'dexie'
import { type DiagnosticRow, db } from './db.ts'

/** Codes, counts and durations only: never a name, a text or an address. */
export type EventDetail = Record<string, string | number | boolean>

const MAX_LINES = 500

/** Lines not on disk yet; they stay here, and in the export, when the disk refuses them. */
let unwritten: DiagnosticRow[] = []
let writing: Promise<void> | null = null
/** The last write failed: said once, not at each line. */
let isRefused = false

/** Writes one line to the device's diagnostic log, when it can. Never fails and is never waited for. */
export function noteEvent(event: string, detail: EventDetail = {}): void {
  unwritten = [...unwritten, { at: Date.now(), event, detail }].slice(-MAX_LINES)
  writing ??= flush()
}

async function flush(): Promise<void> {
  // One turn later, so that lines noted together are written together.
  await new Promise((resolve) => setTimeout(resolve, 0))
  const lines = unwritten
  try {
    await Dexie.ignoreTransaction(() => writeLines(lines))
    const written = new Set(lines)
    unwritten = unwritten.filter((line) => !written.has(line))
    isRefused = false
  } catch (error) {
    const failure = { at: Date.now(), event: 'diagnosticsNotWritten', detail: { reason: error instanceof Error ? error.name : 'unknown' } }
    if (!isRefused) unwritten = [...unwritten, failure].slice(-MAX_LINES)
    isRefused = true
  } finally {
    // What was noted meanwhile goes next; what the disk refused waits for the next line.
    writing = unwritten.length > 0 && !isRefused ? flush() : null
  }
}

async function writeLines(lines: readonly DiagnosticRow[]): Promise<void> {
  await db.transaction('rw', db.diagnostics, async () => {
    // Copies: adding gives a row its id, which one tried again must not keep.
    const lastId = await db.diagnostics.bulkAdd(lines.map((line) => ({ ...line })))
    await db.diagnostics
      .where(':id')
      .belowOrEqual(lastId - MAX_LINES)
      .delete()
  })
}

/** The log as text, one JSON line each, oldest first: for the person to read and to send along with a complaint. */
export async function exportDiagnostics(): Promise<string> {
  if (writing !== null) await writing
  const stored = await db.diagnostics.orderBy(':id').toArray()
  return [...stored, ...unwritten]
    .map(({ at, event, detail }) => JSON.stringify({ at: new Date(at).toISOString(), event, ...detail }))
    .join('\n')
}
