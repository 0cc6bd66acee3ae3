import type { JurorDevice, ReceivedSheet, SessionBoard } from '#contract/desk.ts'
import { allottedMs, type Candidate, type Juror, type Oral, type Panel } from '#domain/exam-session.ts'
import { oralJurors } from '#domain/panel-seats.ts'

/** After an oral's time, what a juror may take to finish and sign before the sheet is called missing. */
export const SIGNING_MARGIN_MS = 15 * 60_000
/** How often the screens look at the clock again. */
export const BOARD_CLOCK_MS = 30_000

export type SheetState = 'expected' | 'received' | 'missing'

/** What is known of one juror's sheet for one oral. */
export interface SheetCell {
  juror: Juror
  state: SheetState
  /** The latest revision received. */
  sheet: ReceivedSheet | null
}

export interface OralRow {
  oral: Oral
  candidate: Candidate
  partTitle: string
  /** When its sheets become missing, epoch milliseconds. */
  dueAtMs: number
  cells: SheetCell[]
}

export interface SheetCounts {
  expected: number
  received: number
  missing: number
}

export interface PanelRows {
  panel: Panel
  rows: OralRow[]
  counts: SheetCounts
}

/** Every panel's orals in order of time, with the state of each member's sheet at `nowMs`. */
export function panelRows(board: SessionBoard, nowMs: number): PanelRows[] {
  return board.panels.map((panel) => {
    const rows = board.orals
      .filter((oral) => oral.panelId === panel.id)
      .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
      .flatMap((oral) => oralRow(board, panel, oral, nowMs))
    return { panel, rows, counts: countSheets(rows) }
  })
}

/** One oral's row, or nothing when the board does not know its candidate. */
function oralRow(board: SessionBoard, panel: Panel, oral: Oral, nowMs: number): OralRow[] {
  const candidate = board.candidates.find(({ id }) => id === oral.candidateId)
  const grid = board.grids.find(({ id }) => id === oral.gridId)
  if (!candidate) return []
  const lengthMs = grid ? allottedMs(grid.durationMinutes, candidate.accommodations) : 0
  const dueAtMs = Date.parse(oral.startsAt) + lengthMs + SIGNING_MARGIN_MS
  const signers = board.sheets.filter((sheet) => sheet.oralId === oral.id).map((sheet) => sheet.jurorId)
  const cells = oralJurors(panel, oral, signers).flatMap((jurorId) => {
    const juror = board.jurors.find(({ id }) => id === jurorId)
    if (!juror) return []
    const sheet = latestSheet(board.sheets, oral.id, jurorId)
    const state: SheetState = sheet ? 'received' : nowMs > dueAtMs ? 'missing' : 'expected'
    return [{ juror, state, sheet }]
  })
  return [{ oral, candidate, partTitle: grid?.title ?? oral.gridId, dueAtMs, cells }]
}

/** The revision of a juror's sheet that counts: the one no later revision replaces. */
export function latestSheet(sheets: readonly ReceivedSheet[], oralId: string, jurorId: string): ReceivedSheet | null {
  return sheets.find((sheet) => sheet.oralId === oralId && sheet.jurorId === jurorId && !sheet.superseded) ?? null
}

/** How many sheets are received, still to come, and missing by the clock. `expected` counts all of them. */
export function countSheets(rows: readonly OralRow[]): SheetCounts {
  const cells = rows.flatMap((row) => row.cells)
  return {
    expected: cells.length,
    received: cells.filter((cell) => cell.state === 'received').length,
    missing: cells.filter((cell) => cell.state === 'missing').length,
  }
}

/** Adds panels' counts into the session's. */
export function totalCounts(panels: readonly PanelRows[]): SheetCounts {
  return countSheets(panels.flatMap(({ rows }) => rows))
}

/** The device of a juror seen last, those taken back left out; a juror may have replaced one. */
export function latestDevice(board: SessionBoard, jurorId: string): JurorDevice | null {
  const devices = board.devices.filter((device) => device.jurorId === jurorId && device.revokedAt === null)
  return devices.sort((a, b) => seenAtMs(b) - seenAtMs(a))[0] ?? null
}

/** When a device was last heard of, epoch milliseconds. */
export function seenAtMs(device: JurorDevice): number {
  return Date.parse(device.lastSeenAt ?? device.enrolledAt)
}
