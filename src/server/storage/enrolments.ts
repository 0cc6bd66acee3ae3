import type { Db } from './engine.ts'
import type { EnrolmentTable } from './schema.ts'

/** A one-time enrolment: the secret itself is never stored, only its hash. */
export interface Enrolment {
  secretHash: string
  sessionId: string
  jurorId: string
  usedAt: string | null
  /** The device it enrolled. */
  deviceId: string | null
}

function readRow(row: EnrolmentTable): Enrolment {
  return { secretHash: row.secret_hash, sessionId: row.session_id, jurorId: row.juror_id, usedAt: row.used_at, deviceId: row.device_id }
}

export async function insertEnrolment(
  db: Db,
  enrolment: Pick<Enrolment, 'secretHash' | 'sessionId' | 'jurorId'>,
  createdAt: string,
): Promise<void> {
  await db
    .insertInto('enrolments')
    .values({
      secret_hash: enrolment.secretHash,
      session_id: enrolment.sessionId,
      juror_id: enrolment.jurorId,
      created_at: createdAt,
      used_at: null,
      device_id: null,
    })
    .execute()
}

export async function findEnrolment(db: Db, secretHash: string): Promise<Enrolment | null> {
  const row = await db.selectFrom('enrolments').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst()
  return row ? readRow(row) : null
}

/** Spends the secret. False when it was spent already: of two devices at the same instant, one wins. */
export async function spendEnrolment(db: Db, secretHash: string, deviceId: string, at: string): Promise<boolean> {
  const spent = await db
    .updateTable('enrolments')
    .set({ used_at: at, device_id: deviceId })
    .where('secret_hash', '=', secretHash)
    .where('used_at', 'is', null)
    .returning('secret_hash')
    .executeTakeFirst()
  return spent !== undefined
}
