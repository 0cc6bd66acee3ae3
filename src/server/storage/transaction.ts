import type { Transaction } from 'kysely'
import type { Db } from './engine.ts'
import type { Tables } from './schema.ts'

/** Inside a transaction; functions that must not run outside one ask for this type. */
export type Tx = Transaction<Tables>

/** Runs `work` in one transaction, committed before this resolves and rolled back when it throws. */
export async function inTransaction<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.transaction().execute(work)
}
