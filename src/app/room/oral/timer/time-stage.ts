import type { TimerReading } from '#domain/timer.ts'

/** How the clock looks: its shape and colour change at each stage. `soon`: the last but one warning was crossed; `last`: the last. */
export type TimeStage = 'calm' | 'soon' | 'last' | 'over'

/** The stage of a reading, from the grid's own warnings (default 10, 5, 1, 0 minutes: calm, soon from 10, last from 1, over from 0). */
export function timeStage(reading: TimerReading, warningMinutes: readonly number[]): TimeStage {
  if (reading.status === 'ready') return 'calm'
  if (reading.remainingMs <= 0) return 'over'
  const ahead = warningMinutes.filter((minutes) => minutes > 0).sort((a, b) => a - b)
  const reached = ahead.filter((minutes) => reading.remainingMs <= minutes * 60_000)
  if (reached.length === 0) return 'calm'
  return reached.length === ahead.length && ahead.length > 1 ? 'last' : 'soon'
}
