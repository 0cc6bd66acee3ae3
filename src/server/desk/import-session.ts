import { randomUUID } from 'node:crypto'
import type { FieldIssue } from '#contract/problems.ts'
import { importedSession } from '#domain/import-file.ts'
import type { ServerContext } from '../context.ts'
import { appendToJournal } from '../storage/journal.ts'
import { currentGrids } from '../storage/published.ts'
import { insertSession } from '../storage/sessions.ts'
import { inTransaction } from '../storage/transaction.ts'
import { readImportFile } from './read-import-file.ts'

export type ImportOutcome = { ok: true; sessionId: string } | { ok: false; issues: FieldIssue[] }

/** Imports a session from the file's text, whole or not at all. */
export async function importSession(context: ServerContext, text: string, actor: string): Promise<ImportOutcome> {
  const { storage, now } = context
  const grids = await currentGrids(storage.db)
  const read = readImportFile(
    text,
    grids.map(({ grid }) => ({
      id: grid.id,
      durationMinutes: grid.durationMinutes,
      blockId: grid.part.kind === 'block' ? grid.part.blockId : null,
    })),
  )
  if (!read.ok) return read
  const session = importedSession(read.file, randomUUID())
  const gridHashes = Object.fromEntries(grids.map(({ grid, hash }) => [grid.id, hash]))
  const at = now().toISOString()
  await inTransaction(storage.db, async (tx) => {
    await appendToJournal(tx, at, { actor, act: 'session-imported', subject: { sessionId: session.id } })
    await insertSession(tx, { session, gridHashes }, at)
  })
  return { ok: true, sessionId: session.id }
}
