import { type FiledRecovery, filedRecoverySchema } from '#contract/recovery.ts'
import type { Db } from './engine.ts'

/** Anybody may file a request in a device's name, so only its latest unanswered ones are kept. */
const KEPT_PER_DEVICE = 5

export interface NewRecovery {
  id: string
  sessionId: string
  deviceId: string
  request: string
}

/** Keeps a request; one filed before stays as it is. */
export async function fileRecovery(db: Db, { id, sessionId, deviceId, request }: NewRecovery, at: string): Promise<void> {
  await db
    .insertInto('recoveries')
    .values({ id, session_id: sessionId, device_id: deviceId, request, requested_at: at, answer: null, answered_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const kept = await db
    .selectFrom('recoveries')
    .select('id')
    .where('device_id', '=', deviceId)
    .where('answer', 'is', null)
    .orderBy('requested_at', 'desc')
    .limit(KEPT_PER_DEVICE)
    .execute()
  await db
    .deleteFrom('recoveries')
    .where('device_id', '=', deviceId)
    .where('answer', 'is', null)
    .where(
      'id',
      'not in',
      kept.map((row) => row.id),
    )
    .execute()
}

export async function saveRecoveryAnswer(db: Db, id: string, answer: string, at: string): Promise<void> {
  await db.updateTable('recoveries').set({ answer, answered_at: at }).where('id', '=', id).execute()
}

/** Undefined when there is no such request; null while it waits. */
export async function findRecoveryAnswer(db: Db, id: string): Promise<string | null | undefined> {
  const row = await db.selectFrom('recoveries').select('answer').where('id', '=', id).executeTakeFirst()
  return row?.answer
}

/** A session's requests, the latest first. */
export async function sessionRecoveries(db: Db, sessionId: string): Promise<FiledRecovery[]> {
  const rows = await db
    .selectFrom('recoveries')
    .innerJoin('devices', 'devices.id', 'recoveries.device_id')
    .select(['recoveries.id', 'request', 'device_id', 'devices.name', 'devices.juror_id', 'requested_at', 'answered_at'])
    .where('recoveries.session_id', '=', sessionId)
    .orderBy('requested_at', 'desc')
    .execute()
  return rows.map((row) =>
    filedRecoverySchema.parse({
      requestId: row.id,
      request: row.request,
      deviceId: row.device_id,
      deviceName: row.name,
      jurorId: row.juror_id,
      requestedAt: row.requested_at,
      answeredAt: row.answered_at,
    }),
  )
}
