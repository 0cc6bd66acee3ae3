import { findRetention } from './desk-settings.ts'
import type { Db } from './engine.ts'
import type { WipeTable } from './schema.ts'

/** How many days after its end a session's devices keep it: its own setting, else the general one. */
export async function findRetentionDays(db: Db, sessionId: string): Promise<number> {
  const row = await db.selectFrom('session_retentions').select('days').where('session_id', '=', sessionId).executeTakeFirst()
  return row?.days ?? (await findRetention(db)).notebookDays
}

export async function saveRetentionDays(db: Db, sessionId: string, days: number): Promise<void> {
  await db
    .insertInto('session_retentions')
    .values({ session_id: sessionId, days })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ days }))
    .execute()
}

/** When a statement was first received, or null. */
export async function findWipeReceivedAt(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('wipes').select('received_at').where('id', '=', id).executeTakeFirst()
  return row?.received_at ?? null
}

export async function insertWipe(db: Db, row: WipeTable): Promise<void> {
  await db.insertInto('wipes').values(row).execute()
}

/** A session's statements, the latest first. */
export async function sessionWipes(db: Db, sessionId: string): Promise<WipeTable[]> {
  return db.selectFrom('wipes').selectAll().where('session_id', '=', sessionId).orderBy('received_at', 'desc').execute()
}
