import type { DayOral, DaySheet } from '#device/day.ts'
import { localDate } from '../shared/formatters.ts'

/** What a juror has left to do with one oral, or where its sheet is. */
export type OralState = 'toCome' | 'inProgress' | 'toSign' | 'onDevice' | 'delivered' | 'refused'

export interface DayLine {
  day: DayOral
  state: OralState
}

export interface DayPlan {
  today: DayLine[]
  /** Days of the session that are not today, in order, `date` as `YYYY-MM-DD`. */
  otherDays: { date: string; lines: DayLine[] }[]
  /** The first day still ahead, `YYYY-MM-DD`. */
  nextDate: string | null
  /** Today's oral to turn to: the one under way, else the next to come, else the first to sign. */
  next: DayLine | null
  /** Until the next oral starts; negative when it is late; null when there is none to come. */
  startsInMs: number | null
  /** Counted over the whole session: a sheet forgotten yesterday is still to sign. */
  toSign: number
  /** Counted over today. */
  toCome: number
}

/** A draft that was only prepared (support read, no presence, no timer) is still an oral to come. */
export function oralState(sheet: DaySheet | null): OralState {
  if (sheet === null) return 'toCome'
  if (sheet.state === 'signed') {
    if (sheet.delivery === 'delivered') return 'delivered'
    return sheet.delivery === 'refused' ? 'refused' : 'onDevice'
  }
  if (sheet.timerStatus === 'running' || sheet.timerStatus === 'paused') return 'inProgress'
  if (sheet.timerStatus === 'stopped' || sheet.revision > 1) return 'toSign'
  if (sheet.presence === null) return 'toCome'
  return sheet.presence === 'present' ? 'inProgress' : 'toSign'
}

/** Each oral with its state, in the order given. */
export function dayLines(orals: readonly DayOral[]): DayLine[] {
  return orals.map((day) => ({ day, state: oralState(day.sheet) }))
}

/** Sorts a juror's orals around `nowMs` (epoch). Each oral's day is told in the offset its own start states. */
export function planDay(orals: readonly DayOral[], nowMs: number): DayPlan {
  const lines = dayLines(orals)
  const today = lines.filter(({ day }) => startDate(day) === localDate(nowMs, day.oral.startsAt))
  const others = lines.filter((line) => !today.includes(line))
  const dates = [...new Set(others.map(({ day }) => startDate(day)))].sort()
  const next = firstIn(today, 'inProgress') ?? firstIn(today, 'toCome') ?? firstIn(today, 'toSign')
  return {
    today,
    otherDays: dates.map((date) => ({ date, lines: others.filter(({ day }) => startDate(day) === date) })),
    nextDate: dateOfFirst(others.filter(({ day }) => Date.parse(day.oral.startsAt) > nowMs)),
    next,
    startsInMs: next?.state === 'toCome' ? Date.parse(next.day.oral.startsAt) - nowMs : null,
    toSign: lines.filter(({ state }) => state === 'toSign').length,
    toCome: today.filter(({ state }) => state === 'toCome').length,
  }
}

function startDate(day: DayOral): string {
  return localDate(Date.parse(day.oral.startsAt), day.oral.startsAt)
}

function dateOfFirst(lines: readonly DayLine[]): string | null {
  return lines.map(({ day }) => startDate(day)).sort()[0] ?? null
}

function firstIn(lines: readonly DayLine[], state: OralState): DayLine | null {
  return lines.find((line) => line.state === state) ?? null
}
