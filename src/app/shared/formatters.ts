import { withFirst } from '#texts/first-of-month.ts'

const LOCALE = 'fr-FR'
const MINUTE_MS = 60_000

/** Minutes east of UTC that an ISO 8601 instant states for itself; 0 for `Z`. */
export function offsetMinutes(isoInstant: string): number {
  const match = /([+-])(\d{2}):?(\d{2})$/.exec(isoInstant)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
}

/** Shifted so that reading it in UTC gives the wall clock of the instant's own offset: the exam room's, wherever the device thinks it is. */
function inOwnOffset(epochMs: number, isoInstant: string): Date {
  return new Date(epochMs + offsetMinutes(isoInstant) * MINUTE_MS)
}

const timeFormat = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
const longDateFormat = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const shortDateFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const momentFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })
const megabyteFormat = new Intl.NumberFormat(LOCALE, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
const gigabyteFormat = new Intl.NumberFormat(LOCALE, { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 })
const pointsFormat = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 4, useGrouping: false })
const listFormat = new Intl.ListFormat(LOCALE, { style: 'long', type: 'conjunction' })

/** `09:30`, in the offset the instant itself states. */
export function formatTime(isoInstant: string): string {
  return timeFormat.format(inOwnOffset(Date.parse(isoInstant), isoInstant))
}

/** The calendar date (`YYYY-MM-DD`) of a moment (epoch ms) as the clock of `isoInstant`'s offset shows it. */
export function localDate(epochMs: number, isoInstant: string): string {
  return inOwnOffset(epochMs, isoInstant).toISOString().slice(0, 10)
}

/** `mardi 24 novembre`, from `YYYY-MM-DD`. */
export function formatLongDate(isoDate: string): string {
  return withFirst(longDateFormat.format(new Date(`${isoDate}T00:00:00Z`)))
}

/** `24 novembre 2026`, from `YYYY-MM-DD`. */
export function formatDate(isoDate: string): string {
  return withFirst(shortDateFormat.format(new Date(`${isoDate}T00:00:00Z`)))
}

/** `24 novembre à 09:30`, from epoch milliseconds, in the device's own zone: for what the device itself did. */
export function formatMoment(epochMs: number): string {
  return withFirst(momentFormat.format(new Date(epochMs)))
}

/** `12 min`, `1 h 05 min`: whole minutes, rounded down, with spaces that do not break. */
export function formatDuration(durationMs: number): string {
  const minutes = Math.floor(durationMs / MINUTE_MS)
  if (minutes < 60) return `${minutes}\u00a0min`
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}\u00a0min`
}

/** `12,4 Mo`, `1,2 Go`. */
export function formatBytes(bytes: number): string {
  return bytes < 1e9 ? megabyteFormat.format(bytes / 1e6) : gigabyteFormat.format(bytes / 1e9)
}

/** `12,5`: points of a mark, or the step they go by; what is typed in the same way is read back as the same number. */
export function formatPoints(points: number): string {
  return pointsFormat.format(points)
}

/** `a, b et c`. */
export function formatList(items: readonly string[]): string {
  return listFormat.format(items)
}
