import { calibrationIds, eraseCases } from '../storage/calibrations.ts'
import type { Tx } from '../storage/transaction.ts'
import { eraseSheets } from './erase-sheets.ts'

/** Erases a session's invented cases and the sheets that scored them, which prove no decision. Counts cases and sheets. */
export async function eraseCalibrations(tx: Tx, sessionId: string): Promise<number> {
  const cases = new Set(await calibrationIds(tx, sessionId))
  const sheets = await eraseSheets(tx, sessionId, (id) => cases.has(id))
  return sheets + (await eraseCases(tx, sessionId))
}

/** Erases the sheets of a session's orals: those of its calibrations have a time of their own. Counts sheets. */
export async function eraseOralSheets(tx: Tx, sessionId: string): Promise<number> {
  const cases = new Set(await calibrationIds(tx, sessionId))
  return eraseSheets(tx, sessionId, (id) => !cases.has(id))
}
