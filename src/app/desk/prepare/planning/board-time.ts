import { datesBetween, type Preparation } from '#domain/preparation.ts'
import { zonedClock, zonedMs } from '#domain/zoned-time.ts'

/** A minute's height on the board, in pixels. */
export const MINUTE_PX = 1.6
/** Where a dragged oral settles. */
export const SNAP_MINUTES = 5

/** Where an oral would settle. */
export interface Hover {
  oralId: string
  panelId: string
  startMs: number
}

/** The part of a day a board shows, in minutes from midnight on the centre's clock. */
export interface BoardRange {
  day: string
  fromMinute: number
  toMinute: number
}

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

export function timeOf(minute: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}

/** Every day that can be shown: those of orals, those that have some, and the session's own. */
export function boardDays({ hours, orals, session }: Preparation): string[] {
  const used = orals.flatMap(({ place }) => (place ? [zonedClock(Date.parse(place.startsAt), hours.timeZone).date] : []))
  const days = new Set([...hours.days, ...used])
  return days.size > 0 ? [...days].sort() : datesBetween(session.startsOn, session.endsOn)
}

/** A day from its opening to its closing, or wider where orals are outside of them. */
export function boardRange({ hours, orals }: Preparation, day: string): BoardRange {
  const starts = orals.flatMap(({ place }) => {
    const clock = place ? zonedClock(Date.parse(place.startsAt), hours.timeZone) : null
    return clock?.date === day ? [minutesOf(clock.time)] : []
  })
  const fromMinute = Math.min(minutesOf(hours.from), ...starts)
  const toMinute = Math.max(minutesOf(hours.to), ...starts.map((start) => start + 60))
  return { day, fromMinute: Math.floor(fromMinute / 30) * 30, toMinute: Math.min(1_440, Math.ceil(toMinute / 30) * 30) }
}

/** The height of the board at a moment (epoch milliseconds); other days than the board's count as its own. */
export function topAt(range: BoardRange, epochMs: number, timeZone: string): number {
  return (minutesOf(zonedClock(epochMs, timeZone).time) - range.fromMinute) * MINUTE_PX
}

/** The moment (epoch milliseconds) at a height of the board, settled on five minutes and kept inside the day. */
export function momentAt(range: BoardRange, topPx: number, timeZone: string): number {
  const minute = range.fromMinute + Math.round(topPx / MINUTE_PX / SNAP_MINUTES) * SNAP_MINUTES
  const kept = Math.max(range.fromMinute, Math.min(range.toMinute - SNAP_MINUTES, minute))
  return zonedMs(range.day, timeOf(kept), timeZone)
}
