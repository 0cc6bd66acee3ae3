import type { Db } from './engine.ts'
import type { PassportDepositTable, PassportPassageTable } from './schema.ts'

/** A session's deposits, the latest first. */
export async function sessionDeposits(db: Db, sessionId: string): Promise<PassportDepositTable[]> {
  return db
    .selectFrom('passport_deposits')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('made_at', 'desc')
    .orderBy('flow_id')
    .execute()
}

export async function findDeposit(db: Db, flowId: string): Promise<PassportDepositTable | null> {
  return (await db.selectFrom('passport_deposits').selectAll().where('flow_id', '=', flowId).executeTakeFirst()) ?? null
}

export async function passagesOf(db: Db, flowIds: readonly string[]): Promise<PassportPassageTable[]> {
  if (flowIds.length === 0) return []
  return db.selectFrom('passport_passages').selectAll().where('flow_id', 'in', flowIds).execute()
}

export async function insertDeposit(db: Db, deposit: PassportDepositTable, passages: readonly PassportPassageTable[]): Promise<void> {
  await db.insertInto('passport_deposits').values(deposit).execute()
  await db.insertInto('passport_passages').values(passages).execute()
}

/** Writes what was answered of one person of a deposit. */
export async function answerPassage(db: Db, { flow_id, technical_id, state, messages }: PassportPassageTable): Promise<void> {
  await db
    .updateTable('passport_passages')
    .set({ state, messages })
    .where('flow_id', '=', flow_id)
    .where('technical_id', '=', technical_id)
    .execute()
}
