import type { Instant } from '#domain/primitives.ts'
import { clockJumpMs } from '#domain/timer.ts'
import { wakeLockGap } from './wake-lock.ts'

/** The page's two clocks read together; `monoId` names this page's monotonic clock. */
export interface Clock {
  now(): Instant
  monoId: string
}

const TICK_MS = 1_000

function pageClock(): Clock {
  const monoId = crypto.randomUUID()
  return { monoId, now: () => ({ wallMs: Date.now(), monoMs: performance.now(), monoId }) }
}

/** This page's clock. Everything that stamps an entry takes a Clock, so that a test can bring its own. */
export const clock: Clock = pageClock()

/**
 * Watches for leaps of the wall clock against the monotonic one, each second. Backward is always somebody's hand (`clock`). Forward is
 * `clock` only when the page stayed visible and a wake lock was held throughout; otherwise the machine most likely slept.
 * Returns how to stop.
 */
export function watchClockJumps(listener: (jumpMs: number, likely: 'sleep' | 'clock') => void, source: Clock = clock): () => void {
  let last = source.now()
  let hiddenSinceLast = document.visibilityState === 'hidden'
  const noteVisibility = () => {
    if (document.visibilityState === 'hidden') hiddenSinceLast = true
  }
  const tick = () => {
    const now = source.now()
    const jumpMs = clockJumpMs(last, now)
    const awake = !hiddenSinceLast && !wakeLockGap(last.monoMs)
    last = now
    hiddenSinceLast = document.visibilityState === 'hidden'
    if (jumpMs !== 0) listener(jumpMs, jumpMs > 0 && !awake ? 'sleep' : 'clock')
  }
  document.addEventListener('visibilitychange', noteVisibility)
  const timer = setInterval(tick, TICK_MS)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', noteVisibility)
  }
}
