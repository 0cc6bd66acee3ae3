import { type Calibration, calibrationSchema } from '#domain/calibration.ts'
import type { Db } from './engine.ts'

const ERASED = ''

/** What a sheet of a calibration is checked against. It stays once the case is erased: a device may still bring a sheet that it signed before. */
export interface CalibrationPlace {
  id: string
  sessionId: string
  gridHash: string
}

/** A calibration that can still be read, its session, and the grid it is scored with. */
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

/** Writes it anew in its place. */
export async function updateCalibration(db: Db, calibration: Calibration): Promise<void> {
  await db
    .updateTable('calibrations')
    .set({ json: JSON.stringify(calibration) })
    .where('id', '=', calibration.id)
    .execute()
}

/** Null when there is none, or when it is erased. */
export async function findCalibration(db: Db, calibrationId: string): Promise<StoredCalibration | null> {
  const row = await db.selectFrom('calibrations').selectAll().where('id', '=', calibrationId).where('json', '!=', ERASED).executeTakeFirst()
  return row ? readRow(row) : null
}

/** Erased ones too. */
export async function findCalibrationPlace(db: Db, calibrationId: string): Promise<CalibrationPlace | null> {
  const row = await db
    .selectFrom('calibrations')
    .select(['id', 'session_id', 'grid_hash'])
    .where('id', '=', calibrationId)
    .executeTakeFirst()
  return row ? { id: row.id, sessionId: row.session_id, gridHash: row.grid_hash } : null
}

/** The ids of a session's, erased ones too. */
export async function calibrationIds(db: Db, sessionId: string): Promise<string[]> {
  const rows = await db.selectFrom('calibrations').select('id').where('session_id', '=', sessionId).execute()
  return rows.map(({ id }) => id)
}

/** Erases the cases of a session, withdrawn or not. Counts them. */
export async function eraseCases(db: Db, sessionId: string): Promise<number> {
  const rows = await db
    .updateTable('calibrations')
    .set({ json: ERASED })
    .where('session_id', '=', sessionId)
    .where('json', '!=', ERASED)
    .returning('id')
    .execute()
  return rows.length
}

/** A session's that can be read, the latest first. */
export async function sessionCalibrations(db: Db, sessionId: string): Promise<StoredCalibration[]> {
  const rows = await db
    .selectFrom('calibrations')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('json', '!=', ERASED)
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(readRow)
}

function readRow(row: { json: string; session_id: string; grid_hash: string }): StoredCalibration {
  return { calibration: calibrationSchema.parse(JSON.parse(row.json)), sessionId: row.session_id, gridHash: row.grid_hash }
}
