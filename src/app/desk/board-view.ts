import type { DeviceChain, JurorDevice, ReceivedSheet, Refusal, SessionBoard } from '#contract/desk.ts'
import { allottedMs, type Candidate, type Juror, type Oral, type Panel } from '#domain/exam-session.ts'
import { oralJurors } from '#domain/panel-seats.ts'

/** After an oral's time, what a juror may take to finish and sign before the sheet is called missing. */
export const SIGNING_MARGIN_MS = 15 * 60_000
/** How often the screens look at the clock again. */
export const BOARD_CLOCK_MS = 30_000
/** A device not seen for this long, on a day of exam, deserves a call. */
const UNSEEN_MS = 24 * 3_600_000

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

/** One thing that needs a person, most pressing first. */
export type Concern =
  | { kind: 'missingSheets'; juror: Juror; device: JurorDevice | null; rows: OralRow[] }
  | { kind: 'neverCame'; juror: Juror | null; chain: DeviceChain }
  | { kind: 'samePlace'; juror: Juror | null; chain: DeviceChain }
  | { kind: 'refused'; juror: Juror | null; refusal: Refusal; count: number }
  | { kind: 'noDevice'; juror: Juror }
  | { kind: 'unseenDevice'; juror: Juror; device: JurorDevice }
  | { kind: 'notReady'; juror: Juror; device: JurorDevice; failed: number }

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

/** The device of a juror seen last; a juror may have replaced one. */
export function latestDevice(board: SessionBoard, jurorId: string): JurorDevice | null {
  const devices = board.devices.filter((device) => device.jurorId === jurorId)
  return devices.sort((a, b) => seenAtMs(b) - seenAtMs(a))[0] ?? null
}

function seenAtMs(device: JurorDevice): number {
  return Date.parse(device.lastSeenAt ?? device.enrolledAt)
}

/**
 * What needs a person first: sheets missing by the clock, sheets a device signed that never came, deliveries refused, then devices that may
 * not work on the day. A juror with missing sheets is named once: that line tells the device's story too.
 */
export function concerns(board: SessionBoard, nowMs: number): Concern[] {
  const rows = panelRows(board, nowMs).flatMap((panel) => panel.rows)
  const missing = missingSheets(board, rows)
  const told = new Set(missing.map((concern) => concern.juror.id))
  const devices = deviceConcerns(board, rows, nowMs).filter((concern) => !told.has(concern.juror.id))
  return [...missing, ...chainConcerns(board), ...refusals(board), ...devices]
}

type About<Kind extends Concern['kind']> = Extract<Concern, { kind: Kind }>

function missingSheets(board: SessionBoard, rows: readonly OralRow[]): About<'missingSheets'>[] {
  return board.jurors.flatMap((juror) => {
    const missing = rows.filter((row) => row.cells.some((cell) => cell.juror.id === juror.id && cell.state === 'missing'))
    return missing.length > 0 ? [{ kind: 'missingSheets' as const, juror, device: latestDevice(board, juror.id), rows: missing }] : []
  })
}

function chainConcerns(board: SessionBoard): About<'neverCame' | 'samePlace'>[] {
  return board.chains.flatMap((chain) => {
    const juror = board.jurors.find(({ id }) => id === chain.jurorId) ?? null
    return [
      ...(chain.missing.length > 0 ? [{ kind: 'neverCame' as const, juror, chain }] : []),
      ...(chain.forks.length > 0 ? [{ kind: 'samePlace' as const, juror, chain }] : []),
    ]
  })
}

/** One line per device and reason: a device tries again and again, and the last time is enough. */
function refusals(board: SessionBoard): About<'refused'>[] {
  const lines = new Map<string, About<'refused'>>()
  for (const refusal of board.refusals) {
    const key = `${refusal.deviceId} ${refusal.code}`
    const known = lines.get(key)
    if (known) known.count += 1
    else {
      const jurorId = board.devices.find((device) => device.deviceId === refusal.deviceId)?.jurorId
      lines.set(key, { kind: 'refused', juror: board.jurors.find(({ id }) => id === jurorId) ?? null, refusal, count: 1 })
    }
  }
  return [...lines.values()]
}

/** Only jurors who still have an oral to score need a working device. */
function deviceConcerns(board: SessionBoard, rows: readonly OralRow[], nowMs: number): About<'noDevice' | 'unseenDevice' | 'notReady'>[] {
  return board.jurors.flatMap((juror): About<'noDevice' | 'unseenDevice' | 'notReady'>[] => {
    const pending = rows.filter((row) => row.cells.some((cell) => cell.juror.id === juror.id && cell.state !== 'received'))
    const first = Math.min(...pending.map((row) => Date.parse(row.oral.startsAt)))
    if (pending.length === 0) return []
    const device = latestDevice(board, juror.id)
    if (!device) return [{ kind: 'noDevice', juror }]
    if (device.readiness && device.readiness.failed > 0) return [{ kind: 'notReady', juror, device, failed: device.readiness.failed }]
    const soon = first - nowMs < UNSEEN_MS
    return soon && nowMs - seenAtMs(device) > UNSEEN_MS ? [{ kind: 'unseenDevice', juror, device }] : []
  })
}
