import type { JournalAct, JournalRow } from '#domain/journal.ts'
import { hashJson } from '#seal/hash.ts'
import type { Db } from './engine.ts'
import type { Tx } from './transaction.ts'

/** What is written of an act; the journal adds its place in the chain. */
export type JournalEntry = Pick<JournalRow, 'actor' | 'subject'> & { act: JournalAct }

/** Where the chain stood when it was locked. */
export interface JournalHead {
  nextIndex: number
  lastHash: string | null
}

/**
 * Locks the end of the chain until the transaction ends. The row's update is what waits for other appenders, in this process or another:
 * PostgreSQL locks the row, SQLite the whole file. Call it first in the transaction, so that SQLite never upgrades a stale read.
 */
export async function lockJournal(tx: Tx): Promise<JournalHead> {
  const head = await tx
    .updateTable('journal_head')
    .set((expression) => ({ next_index: expression.ref('next_index') }))
    .where('id', '=', 1)
    .returning(['next_index', 'last_hash'])
    .executeTakeFirstOrThrow()
  return { nextIndex: head.next_index, lastHash: head.last_hash }
}

/** Appends rows after a locked head, each hash covering the row before. */
export async function appendAfter(tx: Tx, head: JournalHead, at: string, entries: readonly JournalEntry[]): Promise<JournalRow[]> {
  const rows: JournalRow[] = []
  let previous = head.lastHash
  for (const entry of entries) {
    const content = { index: head.nextIndex + rows.length, previous, at, ...entry }
    const row = { ...content, hash: await hashJson(content) }
    rows.push(row)
    previous = row.hash
  }
  if (rows.length === 0) return rows
  await tx
    .insertInto('journal')
    .values(rows.map((row) => ({ ...row, subject: JSON.stringify(row.subject) })))
    .execute()
  await tx
    .updateTable('journal_head')
    .set({ next_index: head.nextIndex + rows.length, last_hash: previous })
    .where('id', '=', 1)
    .execute()
  return rows
}

/** Locks and appends one row. */
export async function appendToJournal(tx: Tx, at: string, entry: JournalEntry): Promise<void> {
  await appendAfter(tx, await lockJournal(tx), at, [entry])
}

/** The whole journal, oldest first. */
export async function readJournal(db: Db): Promise<JournalRow[]> {
  const rows = await db.selectFrom('journal').selectAll().orderBy('index').execute()
  return rows.map((row) => ({ ...row, subject: JSON.parse(row.subject) as JournalRow['subject'] }))
}
