import type { Entry, EntryBody } from '#domain/entry.ts'
import type { Instant } from '#domain/primitives.ts'
import { readTimer, type TimerReading, timerEvents } from '#domain/timer.ts'
import type { DayOral } from './day.ts'

/**
 * The oral's time and phase of a gesture made at `at`: those of the running timer, else null. An event of the timer itself counts as made
 * in the phase it opens (`start` is at 0), or else in the one it ends.
 */
export function oralStamp(
  entries: readonly Entry[],
  body: EntryBody,
  oral: DayOral,
  at: Instant,
): { oralMs: number | null; phaseId: string | null } {
  const plan = { allottedMs: oral.allottedMs, phases: oral.grid.phases }
  const events = timerEvents(entries)
  if (body.kind === 'timer') {
    const after = readTimer([...events, { at, event: body.event }], plan, at)
    if (after.status === 'running') return stampOf(after)
  }
  return stampOf(readTimer(events, plan, at))
}

function stampOf(reading: TimerReading): { oralMs: number | null; phaseId: string | null } {
  return reading.status === 'running' ? { oralMs: reading.elapsedMs, phaseId: reading.phaseId } : { oralMs: null, phaseId: null }
}
