import { type DiagnosticRow, db } from './db.ts'

/** Codes, counts and durations only: never a name, a text or an address. */
export type EventDetail = Record<string, string | number | boolean>

const MAX_LINES = 500

/** Lines not on disk yet; they stay here, and in the export, when the disk refuses them. */
let unwritten: DiagnosticRow[] = []
let writing: Promise<void> | null = null

/** Writes one line to the device's diagnostic log, when it can. Never fails and is never waited for. */
export function noteEvent(event: string, detail: EventDetail = {}): void {
  unwritten = [...unwritten, { at: Date.now(), event, detail }].slice(-MAX_LINES)
  writing ??= flush()
}

async function flush(): Promise<void> {
  // One turn later, so that a line noted inside a transaction never joins it.
  await new Promise((resolve) => setTimeout(resolve, 0))
  const lines = unwritten
  try {
    await db.transaction('rw', db.diagnostics, async () => {
      const lastId = await db.diagnostics.bulkAdd(lines)
      await db.diagnostics
        .where(':id')
        .belowOrEqual(lastId - MAX_LINES)
        .delete()
    })
    unwritten = unwritten.filter((line) => !lines.includes(line))
  } catch (error) {
    const failure = { at: Date.now(), event: 'diagnosticsNotWritten', detail: { reason: error instanceof Error ? error.name : 'unknown' } }
    if (unwritten.at(-1)?.event !== failure.event) unwritten = [...unwritten, failure].slice(-MAX_LINES)
  } finally {
    writing = null
  }
}

/** The log as text, one JSON line each, oldest first: for the person to read and to send along with a complaint. */
export async function exportDiagnostics(): Promise<string> {
  if (writing !== null) await writing
  const stored = await db.diagnostics.orderBy(':id').toArray()
  return [...stored, ...unwritten]
    .map(({ at, event, detail }) => JSON.stringify({ at: new Date(at).toISOString(), event, ...detail }))
    .join('\n')
}
