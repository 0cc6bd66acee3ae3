import { type Calibration, calibrationSchema } from '#domain/calibration.ts'
import type { Db } from './engine.ts'

/** A published calibration, its session, and the grid it is scored with. */
export interface StoredCalibration {
  calibration: Calibration
  sessionId: string
  gridHash: string
}

export async function insertCalibration(db: Db, { calibration, sessionId, gridHash }: StoredCalibration): Promise<void> {
  await db
    .insertInto('calibrations')
    .values({
      id: calibration.id,
      session_id: sessionId,
      grid_hash: gridHash,
      json: JSON.stringify(calibration),
      published_at: calibration.publishedAt,
    })
    .execute()
}

export async function findCalibration(db: Db, calibrationId: string): Promise<StoredCalibration | null> {
  const row = await db.selectFrom('calibrations').selectAll().where('id', '=', calibrationId).executeTakeFirst()
  return row ? readRow(row) : null
}

/** A session's, the latest first. */
export async function sessionCalibrations(db: Db, sessionId: string): Promise<StoredCalibration[]> {
  const rows = await db
    .selectFrom('calibrations')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(readRow)
}

function readRow(row: { json: string; session_id: string; grid_hash: string }): StoredCalibration {
  return { calibration: calibrationSchema.parse(JSON.parse(row.json)), sessionId: row.session_id, gridHash: row.grid_hash }
}
