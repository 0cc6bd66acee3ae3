/*
 * The wall clock of an exam centre. A plan is made in hours people read on the room's clock; an oral is stored as an instant with the offset
 * its centre had that day. The platform's own time-zone tables (Intl) know the offsets.
 */

const formats = new Map<string, Intl.DateTimeFormat>()

function offsetFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    formats.set(timeZone, format)
  }
  return format
}

/** Offsets change on a quarter of an hour, and reading one costs much: a table of thousands of orals asks for each once. */
const QUARTER_MS = 15 * 60_000
const offsets = new Map<string, number>()

/** Minutes east of UTC in `timeZone` (IANA name) at a moment (epoch milliseconds). */
function offsetMinutesAt(epochMs: number, timeZone: string): number {
  const key = `${Math.floor(epochMs / QUARTER_MS)} ${timeZone}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const offset = readOffset(epochMs, timeZone)
  offsets.set(key, offset)
  return offset
}

function readOffset(epochMs: number, timeZone: string): number {
  const name = offsetFormat(timeZone)
    .formatToParts(epochMs)
    .find(({ type }) => type === 'timeZoneName')?.value
  const match = /([+-])(\d{2}):(\d{2})/.exec(name ?? '')
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
}

/** Epoch milliseconds of a wall-clock time (`2026-11-24`, `09:00`) in `timeZone`. A time skipped in spring is read an hour later. */
export function zonedMs(isoDate: string, time: string, timeZone: string): number {
  const asUtcMs = Date.parse(`${isoDate}T${time}:00Z`)
  const firstGuessMs = asUtcMs - offsetMinutesAt(asUtcMs, timeZone) * 60_000
  return asUtcMs - offsetMinutesAt(firstGuessMs, timeZone) * 60_000
}

/** ISO 8601 instant with the offset of `timeZone` at that moment, to the minute: `2026-11-24T09:00:00+01:00`. */
export function zonedInstant(epochMs: number, timeZone: string): string {
  const offset = offsetMinutesAt(epochMs, timeZone)
  const local = new Date(epochMs + offset * 60_000).toISOString().slice(0, 16)
  const size = Math.abs(offset)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${local}:00${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** The calendar date and wall-clock time an instant shows in `timeZone`. */
export function zonedClock(epochMs: number, timeZone: string): { date: string; time: string } {
  const instant = zonedInstant(epochMs, timeZone)
  return { date: instant.slice(0, 10), time: instant.slice(11, 16) }
}
