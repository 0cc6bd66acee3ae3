import type { SessionBoard } from '#contract/desk.ts'
import { localDate } from '../../shared/formatters.ts'
import { type OralRow, panelRows, SIGNING_MARGIN_MS } from '../board-view.ts'

/**
 * How an oral stands, by the timetable, the sheets received and the devices heard of. `quiet`: its time has come, and no device of its jury
 * was heard of since it began (most have no network in the room). `signing`: over, its sheets may still be signed. `late`: over for longer
 * than that, a sheet is missing.
 */
export type DayState = 'planned' | 'running' | 'quiet' | 'signing' | 'late' | 'done'

/** The most pressing first. */
export const DAY_STATES: readonly DayState[] = ['late', 'signing', 'running', 'quiet', 'planned', 'done']

export interface DayBar {
  row: OralRow
  state: DayState
  startMs: number
  endMs: number
  received: number
  expected: number
}

export interface RoomLine {
  room: string
  /** In order of time. */
  bars: DayBar[]
  /** When a device of this room's juries was last heard of, epoch milliseconds; null when never. */
  heardAtMs: number | null
}

export interface DayView {
  rooms: RoomLine[]
  /** The hours shown, epoch milliseconds, whole half hours. */
  fromMs: number
  toMs: number
}

/** The days that have orals, in the clock of the orals themselves, in order. */
export function examDays(board: SessionBoard): string[] {
  return [...new Set(board.orals.map(({ startsAt }) => localDate(Date.parse(startsAt), startsAt)))].sort()
}

/** The day to show first: today's, else the next one, else the last one. */
export function dayAt(board: SessionBoard, nowMs: number): string | null {
  const days = examDays(board)
  const [oral] = board.orals
  if (!oral) return null
  const today = localDate(nowMs, oral.startsAt)
  return days.find((day) => day >= today) ?? days.at(-1) ?? null
}

/** Every room of one day, with its orals as they stand at `nowMs` (epoch milliseconds). */
export function dayView(board: SessionBoard, day: string, nowMs: number): DayView {
  const heard = heardByJuror(board)
  const rooms = new Map<string, RoomLine>()
  for (const { panel, rows } of panelRows(board, nowMs)) {
    const heardAtMs = latest(panel.jurorIds.map((jurorId) => heard.get(jurorId) ?? null))
    for (const row of rows) {
      if (localDate(Date.parse(row.oral.startsAt), row.oral.startsAt) !== day) continue
      const line = rooms.get(row.oral.room) ?? { room: row.oral.room, bars: [], heardAtMs: null }
      line.bars.push(barOf(row, heardAtMs, nowMs))
      line.heardAtMs = latest([line.heardAtMs, heardAtMs])
      rooms.set(line.room, line)
    }
  }
  const lines = [...rooms.values()].sort((a, b) => a.room.localeCompare(b.room, 'fr', { numeric: true }))
  for (const line of lines) line.bars.sort((a, b) => a.startMs - b.startMs)
  const bars = lines.flatMap((line) => line.bars)
  return {
    rooms: lines,
    fromMs: Math.floor(Math.min(...bars.map(({ startMs }) => startMs)) / HALF_HOUR_MS) * HALF_HOUR_MS,
    toMs: Math.ceil(Math.max(...bars.map(({ endMs }) => endMs)) / HALF_HOUR_MS) * HALF_HOUR_MS,
  }
}

const HALF_HOUR_MS = 30 * 60_000

function barOf(row: OralRow, heardAtMs: number | null, nowMs: number): DayBar {
  const startMs = Date.parse(row.oral.startsAt)
  const endMs = row.dueAtMs - SIGNING_MARGIN_MS
  const received = row.cells.filter(({ state }) => state === 'received').length
  const expected = row.cells.length
  return { row, startMs, endMs, received, expected, state: stateOf({ startMs, endMs, received, expected }, row.dueAtMs, heardAtMs, nowMs) }
}

function stateOf(
  { startMs, endMs, received, expected }: Pick<DayBar, 'startMs' | 'endMs' | 'received' | 'expected'>,
  dueAtMs: number,
  heardAtMs: number | null,
  nowMs: number,
): DayState {
  if (expected > 0 && received === expected) return 'done'
  if (nowMs > dueAtMs) return 'late'
  if (nowMs >= endMs) return 'signing'
  if (nowMs < startMs) return 'planned'
  // A sheet of it that is here already says as much as a device heard of.
  return received > 0 || (heardAtMs !== null && heardAtMs >= startMs) ? 'running' : 'quiet'
}

/** When each juror's devices were last heard of. */
function heardByJuror(board: SessionBoard): Map<string, number> {
  const heard = new Map<string, number>()
  for (const { jurorId, lastSeenAt } of board.devices) {
    if (lastSeenAt === null) continue
    heard.set(jurorId, Math.max(heard.get(jurorId) ?? 0, Date.parse(lastSeenAt)))
  }
  return heard
}

function latest(moments: readonly (number | null)[]): number | null {
  const known = moments.flatMap((moment) => moment ?? [])
  return known.length === 0 ? null : Math.max(...known)
}

/** How many orals stand how. */
export function countStates({ rooms }: DayView): Record<DayState, number> {
  const counts: Record<DayState, number> = { late: 0, signing: 0, running: 0, quiet: 0, planned: 0, done: 0 }
  for (const { bars } of rooms) for (const { state } of bars) counts[state] += 1
  return counts
}

/** What a room is at now: its most pressing oral, else the next one, else the last one. */
export function currentBar({ bars }: RoomLine): DayBar | null {
  const pressing = DAY_STATES.slice(0, 5).flatMap((state) => bars.filter((bar) => bar.state === state))
  return pressing[0] ?? bars.at(-1) ?? null
}

/**
 * Sheets signed and still on devices, as these said at their last readiness check, less what came in since. A device says it then only: it is
 * a lower bound of what they hold.
 */
export function sheetsOnDevices(board: SessionBoard): number {
  return board.devices.reduce((sum, { jurorId, readiness }) => {
    if (!readiness) return sum
    const since = board.sheets.filter((sheet) => sheet.jurorId === jurorId && Date.parse(sheet.receivedAt) > Date.parse(readiness.at))
    return sum + Math.max(0, readiness.sheetsWaiting - since.length)
  }, 0)
}
