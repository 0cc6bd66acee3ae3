const FIRST_DELAY_MS = 2_000
const MAX_DELAY_MS = 5 * 60_000

/** The longest a server's Retry-After is obeyed: a mistaken header must not strand a day's sheets. */
export const MAX_HOLD_MS = 30 * 60_000

/** A refused envelope is tried again now and then: the server may be repaired, or the device enrolled again. */
export const REFUSED_DELAY_MS = 60 * 60_000

/** Exponential backoff with jitter over its upper half, so that a room's tablets do not all come back at once. `random` is in [0, 1). */
export function retryDelayMs(attempts: number, random: number): number {
  const ceilingMs = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempts, 20))
  return Math.round(ceilingMs * (0.5 + random / 2))
}

/**
 * What is left of a wait that ends at `untilMs` and was never longer than `longestMs`; 0 when it is over. More than that left means that the
 * clock was ahead when the wait was written down and has been set right since: it is over too.
 */
export function remainingMs(untilMs: number, nowMs: number, longestMs: number): number {
  const left = untilMs - nowMs
  return left > longestMs ? 0 : Math.max(0, left)
}
