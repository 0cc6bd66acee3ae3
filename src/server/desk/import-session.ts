import { randomUUID } from 'node:crypto'
import type { FieldIssue } from '#contract/problems.ts'
import type { ExamSession } from '#domain/exam-session.ts'
import { importedSession, type KnownGrid } from '#domain/import-file.ts'
import type { ServerContext } from '../context.ts'
import { appendToJournal } from '../storage/journal.ts'
import { currentGrids, type PublishedGrid } from '../storage/published.ts'
import { insertSession } from '../storage/sessions.ts'
import { inTransaction } from '../storage/transaction.ts'
import { readImportFile } from './read-import-file.ts'

export type ImportOutcome = { ok: true; sessionId: string } | { ok: false; issues: FieldIssue[] }

/** Imports a session from the file's text, whole or not at all. */
export async function importSession(context: ServerContext, text: string, actor: string): Promise<ImportOutcome> {
  const grids = await currentGrids(context.storage.db)
  const read = readImportFile(text, knownGrids(grids))
  if (!read.ok) return read
  const session = importedSession(read.file, randomUUID())
  await storeImported(context, session, grids, actor)
  return { ok: true, sessionId: session.id }
}

/** Stores a checked session, bound to the very grids it was checked against. */
export async function storeImported(
  { storage, now }: ServerContext,
  session: ExamSession,
  grids: readonly PublishedGrid[],
  actor: string,
): Promise<void> {
  const gridHashes = Object.fromEntries(grids.map(({ grid, hash }) => [grid.id, hash]))
  const at = now().toISOString()
  await inTransaction(storage.db, async (tx) => {
    await appendToJournal(tx, at, { actor, act: 'session-imported', subject: { sessionId: session.id } })
    await insertSession(tx, { session, gridHashes }, at)
  })
}

/** What the check needs to know of the published grids. */
export function knownGrids(grids: readonly PublishedGrid[]): KnownGrid[] {
  return grids.map(({ grid }) => ({
    id: grid.id,
    durationMinutes: grid.durationMinutes,
    blockId: grid.part.kind === 'block' ? grid.part.blockId : null,
  }))
}
