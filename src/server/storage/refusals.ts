import { type Refusal, refusalSchema } from '#contract/desk.ts'
import type { Db } from './engine.ts'
import type { RefusalTable } from './schema.ts'

/** Anybody may send rubbish in a device's name, so only the latest are kept and shown. */
const KEPT_PER_SESSION = 50

/** Remembers refused deliveries; the same envelope refused again only moves its time. */
export async function saveRefusals(db: Db, rows: readonly RefusalTable[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('refusals')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('envelope_id').doUpdateSet((update) => ({ at: update.ref('excluded.at'), code: update.ref('excluded.code') })),
    )
    .execute()
  for (const sessionId of new Set(rows.map((row) => row.session_id))) await dropOldest(db, sessionId)
}

async function dropOldest(db: Db, sessionId: string): Promise<void> {
  const kept = await db
    .selectFrom('refusals')
    .select('envelope_id')
    .where('session_id', '=', sessionId)
    .orderBy('at', 'desc')
    .limit(KEPT_PER_SESSION)
    .execute()
  await db
    .deleteFrom('refusals')
    .where('session_id', '=', sessionId)
    .where(
      'envelope_id',
      'not in',
      kept.map((row) => row.envelope_id),
    )
    .execute()
}

/** A refusal no longer matters once its envelope is stored. */
export async function forgetRefusals(db: Db, envelopeIds: readonly string[]): Promise<void> {
  if (envelopeIds.length > 0) await db.deleteFrom('refusals').where('envelope_id', 'in', envelopeIds).execute()
}

/** A session's refusals, the latest first. */
export async function sessionRefusals(db: Db, sessionId: string): Promise<Refusal[]> {
  const rows = await db.selectFrom('refusals').selectAll().where('session_id', '=', sessionId).orderBy('at', 'desc').execute()
  return rows.map((row) => refusalSchema.parse({ at: row.at, deviceId: row.device_id, code: row.code }))
}
