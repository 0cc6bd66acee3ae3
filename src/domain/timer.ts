import type { Entry, TimerEvent } from './entry.ts'
import type { Phase } from './grid.ts'
import type { Instant } from './primitives.ts'

/** A timer event with its moment: what the timer is a pure function of. */
export interface TimedEvent {
  at: Instant
  event: TimerEvent
}

export type TimerStatus = 'ready' | 'running' | 'paused' | 'stopped'

/** What the clock shows. Every duration in milliseconds. */
export interface TimerReading {
  status: TimerStatus
  elapsedMs: number
  allottedMs: number
  /** Negative in overtime. */
  remainingMs: number
  overtimeMs: number
  pausedMs: number
  phaseId: string | null
  phaseElapsedMs: number
  /** Planned length of the current phase, lengthened like the oral; null before the start. */
  phaseAllottedMs: number | null
}

export interface TimerPlan {
  /** The candidate's time: grid's duration with extra time, before any extension. */
  allottedMs: number
  phases: readonly Phase[]
}

/**
 * Time between two consecutive instants. Two instants of the same page use its monotonic clock, which nobody can set; a leap of the wall
 * clock recorded as `sleep` is added, since that clock may stop while the machine sleeps. Across pages only the wall clock remains: what
 * its new page saw it leap by being set (`clock`) is taken off. A negative `sleep` is a juror's correction of a leap wrongly counted: it is
 * taken off in both cases, so the result may be negative.
 */
export function betweenMs(from: Instant, to: Instant, event?: TimerEvent): number {
  const jump = event?.type === 'jump' ? event : null
  const sleptMs = jump?.cause === 'sleep' ? jump.ms : 0
  if (from.monoId !== to.monoId)
    return Math.max(0, to.wallMs - from.wallMs - (jump?.cause === 'clock' ? jump.ms : 0)) + Math.min(0, sleptMs)
  return Math.max(0, to.monoMs - from.monoMs) + sleptMs
}

/**
 * How far the wall clock leapt against the monotonic one between two instants of one page; 0 below the tolerance, and across pages.
 * Positive: forwards (sleep, or the clock was set); negative: the clock was set back.
 */
export function clockJumpMs(from: Instant, to: Instant, toleranceMs = 2_000): number {
  if (from.monoId !== to.monoId) return 0
  const jump = to.wallMs - from.wallMs - (to.monoMs - from.monoMs)
  return Math.abs(jump) > toleranceMs ? Math.round(jump) : 0
}

/** The timer's events of a draft's log, in order. */
export function timerEvents(entries: readonly Entry[]): TimedEvent[] {
  return entries.flatMap((entry) => (entry.body.kind === 'timer' ? [{ at: entry.at, event: entry.body.event }] : []))
}

/** Reads the timer at `now`: the same answer after a reload, a crash, a sleep, in another tab, or when somebody set the clock. */
export function readTimer(events: readonly TimedEvent[], plan: TimerPlan, now: Instant): TimerReading {
  let status: TimerStatus = 'ready'
  let elapsedMs = 0
  let pausedMs = 0
  let extendedMs = 0
  let phaseId: string | null = null
  let phaseElapsedMs = 0
  let last: Instant | null = null

  const advance = (to: Instant, event?: TimerEvent) => {
    if (last === null) return
    const ms = betweenMs(last, to, event)
    if (status === 'running') {
      elapsedMs = Math.max(0, elapsedMs + ms)
      phaseElapsedMs = Math.max(0, phaseElapsedMs + ms)
    } else if (status === 'paused') pausedMs = Math.max(0, pausedMs + ms)
  }

  for (const { at, event } of events) {
    advance(at, event)
    last = at
    if (event.type === 'start' && status === 'ready') {
      status = 'running'
      phaseId ??= plan.phases[0]?.id ?? null
    } else if (event.type === 'pause' && status === 'running') status = 'paused'
    else if (event.type === 'resume' && (status === 'paused' || status === 'stopped')) status = 'running'
    else if (event.type === 'stop' && (status === 'running' || status === 'paused')) status = 'stopped'
    else if (event.type === 'extend') extendedMs += event.ms
    else if (event.type === 'phase' && event.phaseId !== phaseId) {
      phaseId = event.phaseId
      phaseElapsedMs = 0
    }
  }
  advance(now)

  const allottedMs = plan.allottedMs + extendedMs
  const plannedMs = plan.phases.reduce((sum, phase) => sum + phase.minutes * 60_000, 0)
  const phase = plan.phases.find((candidate) => candidate.id === phaseId)
  const elapsed = Math.round(elapsedMs)
  return {
    status,
    elapsedMs: elapsed,
    allottedMs,
    remainingMs: allottedMs - elapsed,
    overtimeMs: Math.max(0, elapsed - allottedMs),
    pausedMs: Math.round(pausedMs),
    phaseId,
    phaseElapsedMs: Math.round(phaseElapsedMs),
    phaseAllottedMs: phase && plannedMs > 0 ? (phase.minutes * 60_000 * plan.allottedMs) / plannedMs : null,
  }
}

/**
 * Milliseconds until one of the lengths that move shows another second: time left rounded up, the others down. Null while nothing moves.
 */
export function nextSecondInMs({ status, remainingMs, elapsedMs, phaseElapsedMs, pausedMs }: TimerReading): number | null {
  if (status === 'running') return Math.min(untilSecondMs(elapsedMs), untilSecondMs(phaseElapsedMs), untilSecondMs(-remainingMs))
  return status === 'paused' ? untilSecondMs(pausedMs) : null
}

/** From 1 to 1,000: a length that grows, negative or not, has then reached a whole second. */
function untilSecondMs(growingMs: number): number {
  return Math.floor(growingMs / 1_000) * 1_000 + 1_000 - growingMs
}

/** Which warnings were crossed between two readings, as minutes left, largest first. 0 is the end of the time. */
export function crossedWarnings(previousRemainingMs: number, remainingMs: number, warningMinutes: readonly number[]): number[] {
  return warningMinutes.filter((minutes) => previousRemainingMs > minutes * 60_000 && remainingMs <= minutes * 60_000).sort((a, b) => b - a)
}
