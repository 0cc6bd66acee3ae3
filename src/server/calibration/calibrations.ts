import { randomUUID } from 'node:crypto'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { CalibrationList, CalibrationPost, CalibrationProgress, DeskCalibration, DeviceCalibration } from '#contract/calibration.ts'
import type { ProblemCode } from '#contract/problems.ts'
import { type Calibration, calibrationAgreement, calibrationSpread } from '#domain/calibration.ts'
import { currentSheets } from '#domain/comparison.ts'
import type { Grid } from '#domain/grid.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import type { ServerContext } from '../context.ts'
import { readSheets } from '../minutes/panel-day.ts'
import {
  findCalibration,
  insertCalibration,
  type StoredCalibration,
  sessionCalibrations,
  updateCalibration,
} from '../storage/calibrations.ts'
import type { Device } from '../storage/devices.ts'
import type { Db } from '../storage/engine.ts'
import { appendToJournal, lockJournal } from '../storage/journal.ts'
import { findGrid } from '../storage/published.ts'
import { findSession } from '../storage/sessions.ts'
import { inTransaction } from '../storage/transaction.ts'

/** Any number will do: it is always the same, so that whoever computes an interval again finds the same one. */
const SEED = 20_260_102

/** Gives a session's jurors an invented case to score: the case and the journal's row in one commit. Devices learn it from their next package. */
export async function publishCalibration(
  { storage, now }: ServerContext,
  asked: { sessionId: string; post: CalibrationPost; actor: string },
): Promise<{ ok: true; calibration: Calibration } | { ok: false; code: Extract<ProblemCode, 'not-found'> }> {
  const outcome = await inTransaction(storage.db, async (tx) => {
    await lockJournal(tx)
    const stored = await findSession(tx, asked.sessionId)
    const gridHash = stored?.gridHashes[asked.post.gridId]
    if (gridHash === undefined) return { ok: false, code: 'not-found' } as const
    const calibration: Calibration = { id: randomUUID(), ...asked.post, publishedAt: now().toISOString() }
    await appendToJournal(tx, calibration.publishedAt, {
      actor: asked.actor,
      act: 'calibration-published',
      subject: { sessionId: asked.sessionId, calibrationId: calibration.id, gridId: calibration.gridId },
    })
    await insertCalibration(tx, { calibration, sessionId: asked.sessionId, gridHash })
    return { ok: true, calibration } as const
  })
  if (outcome.ok) await storage.announceChange(asked.sessionId)
  return outcome
}

/**
 * Takes a case back, once: devices no longer offer it, and what was signed stays readable. Null when the session has no such case. The case and the
 * journal's row in one commit.
 */
export async function withdrawCalibration(
  { storage, now }: ServerContext,
  { sessionId, calibrationId, actor }: { sessionId: string; calibrationId: string; actor: string },
): Promise<Calibration | null> {
  const { calibration, isNew } = await inTransaction(storage.db, async (tx) => {
    await lockJournal(tx)
    const stored = await findCalibration(tx, calibrationId)
    if (stored?.sessionId !== sessionId) return { calibration: null, isNew: false }
    if (stored.calibration.withdrawnAt !== undefined) return { calibration: stored.calibration, isNew: false }
    const withdrawnAt = now().toISOString()
    const withdrawn: Calibration = { ...stored.calibration, withdrawnAt }
    await appendToJournal(tx, withdrawnAt, { actor, act: 'calibration-withdrawn', subject: { sessionId, calibrationId } })
    await updateCalibration(tx, withdrawn)
    return { calibration: withdrawn, isNew: true }
  })
  if (isNew) await storage.announceChange(sessionId)
  return calibration
}

/** A session's calibrations with their spread and agreement; null when there is no such session. */
export async function calibrationList({ storage: { db } }: ServerContext, sessionId: string): Promise<CalibrationList | null> {
  const stored = await findSession(db, sessionId)
  if (!stored) return null
  const grids = await Promise.all(Object.values(stored.gridHashes).map((hash) => findGrid(db, hash)))
  const calibrations = await sessionCalibrations(db, sessionId)
  return {
    calibrations: await Promise.all(calibrations.map((one) => deskCalibration(db, one, stored.session.jurors.length))),
    grids: grids.flatMap((grid) => (grid ? [{ id: grid.id, title: grid.title }] : [])),
  }
}

async function deskCalibration(db: Db, stored: StoredCalibration, jurors: number): Promise<DeskCalibration> {
  const { grid, sheets } = await scored(db, stored)
  const generator = xoroshiro128plus(SEED)
  const progress = progressOf(grid, sheets, jurors)
  return {
    calibration: stored.calibration,
    ...progress,
    agreement: progress.spread === null ? null : calibrationAgreement(grid, sheets, () => uniformFloat64(generator)),
  }
}

/** What one juror's device is shown, blind first; null when the calibration is not of its session. */
export async function deviceCalibration(
  { storage: { db } }: ServerContext,
  device: Device,
  calibrationId: string,
): Promise<DeviceCalibration | null> {
  const stored = await findCalibration(db, calibrationId)
  const session = stored?.sessionId === device.sessionId ? await findSession(db, device.sessionId) : null
  if (!stored || !session) return null
  const { grid, sheets } = await scored(db, stored)
  if (!sheets.some(({ juror }) => juror.id === device.jurorId)) return { state: 'ownAwaited' }
  return { state: 'open', ...progressOf(grid, sheets, session.session.jurors.length) }
}

/** The latest sheet of each juror. */
async function scored(db: Db, { calibration, sessionId, gridHash }: StoredCalibration): Promise<{ grid: Grid; sheets: ScoreSheet[] }> {
  const grid = await findGrid(db, gridHash)
  if (!grid) throw new Error('the grid of a calibration is missing')
  const sheets = currentSheets(await readSheets(db, [calibration.id], sessionId)).map(({ sheet }) => sheet)
  return { grid, sheets }
}

function progressOf(grid: Grid, sheets: readonly ScoreSheet[], jurors: number): CalibrationProgress {
  return { received: sheets.length, expected: jurors, spread: calibrationSpread(grid, sheets) }
}
