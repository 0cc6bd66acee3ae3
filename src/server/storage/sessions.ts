import { z } from 'zod'
import { type ExamSession, examSessionSchema } from '#domain/exam-session.ts'
import { hashSchema, idSchema } from '#domain/primitives.ts'
import type { Db } from './engine.ts'

/** A session, and the hashes of the grids it is scored with, by grid id. */
export interface StoredSession {
  session: ExamSession
  gridHashes: Record<string, string>
}

const gridHashesSchema = z.record(idSchema, hashSchema)

function readRow(row: { json: string; grids: string }): StoredSession {
  return { session: examSessionSchema.parse(JSON.parse(row.json)), gridHashes: gridHashesSchema.parse(JSON.parse(row.grids)) }
}

export async function insertSession(db: Db, { session, gridHashes }: StoredSession, importedAt: string): Promise<void> {
  await db
    .insertInto('sessions')
    .values({ id: session.id, json: JSON.stringify(session), grids: JSON.stringify(gridHashes), imported_at: importedAt })
    .execute()
}

/** Replaces a session's content; the grids it is scored with stay. */
export async function updateSession(db: Db, session: ExamSession): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ json: JSON.stringify(session) })
    .where('id', '=', session.id)
    .execute()
}

export async function findSession(db: Db, sessionId: string): Promise<StoredSession | null> {
  const row = await db.selectFrom('sessions').select(['json', 'grids']).where('id', '=', sessionId).executeTakeFirst()
  return row ? readRow(row) : null
}

/** Every session, the latest import first. */
export async function allSessions(db: Db): Promise<StoredSession[]> {
  const rows = await db.selectFrom('sessions').select(['json', 'grids']).orderBy('imported_at', 'desc').execute()
  return rows.map(readRow)
}

/** Every session, or one alone, with the UTC day it was put here. */
export async function datedSessions(db: Db, sessionId?: string): Promise<(StoredSession & { storedOn: string })[]> {
  const every = db.selectFrom('sessions').select(['json', 'grids', 'imported_at']).orderBy('imported_at')
  const rows = await (sessionId === undefined ? every : every.where('id', '=', sessionId)).execute()
  return rows.map((row) => ({ ...readRow(row), storedOn: row.imported_at.slice(0, 10) }))
}
