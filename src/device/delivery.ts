import { liveQuery } from 'dexie'
import { ownServer } from './api.ts'
import { requestBackgroundSync } from './background-sync.ts'
import { db } from './db.ts'
import { deliverOutbox } from './deliver-outbox.ts'
import { type DeliveryOutcome, readHeldUntil } from './delivery-facts.ts'
import { noteEvent } from './diagnostics.ts'
import { ASK_EVERY_MS } from './held-check.ts'
import { withDatabase } from './storage.ts'

export type { DeliveryOutcome } from './delivery-facts.ts'

/** Delivers all that waits, now, whatever its backoff; only a server's Retry-After is obeyed. */
export async function deliverNow(origin: string = ownServer()): Promise<DeliveryOutcome> {
  return deliverOutbox({ origin, onlyDue: false })
}

const SOONEST_MS = 1_000
const LATEST_MS = 5 * 60_000

/** Delivers on start, `online`, return to view, after each signature, and on a timer by backoff. Returns how to stop. */
export function keepDelivering(origin: string = ownServer()): () => void {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  /** What was asked for during a run: the most of it is run next. */
  let asked: 'nothing' | 'due' | 'all' = 'nothing'

  const run = (onlyDue: boolean) => {
    if (stopped) return
    if (running !== null) {
      if (asked !== 'all') asked = onlyDue ? 'due' : 'all'
      return
    }
    running = deliverOutbox({ origin, onlyDue })
      .then(scheduleNext)
      .catch((error: unknown) => {
        noteEvent('deliveryFailed', { reason: error instanceof Error ? error.name : 'unknown' })
        schedule(LATEST_MS)
      })
      .finally(() => {
        running = null
        const next = asked
        asked = 'nothing'
        if (next !== 'nothing') run(next === 'due')
      })
  }

  const schedule = (delayMs: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => run(true), delayMs)
  }

  const scheduleNext = async () => {
    const dueAt = await nextDueAt()
    // When nothing waits, the server is still asked from time to time whether it has everything.
    schedule(dueAt === null ? ASK_EVERY_MS : Math.min(LATEST_MS, Math.max(SOONEST_MS, dueAt - Date.now())))
  }

  const comeBack = () => {
    if (document.visibilityState === 'visible') run(false)
  }
  const onOnline = () => run(false)

  window.addEventListener('online', onOnline)
  window.addEventListener('focus', comeBack)
  document.addEventListener('visibilitychange', comeBack)
  const newRows = liveQuery(() => db.outbox.count()).subscribe({
    next: () => run(true),
    error: (error: unknown) => noteEvent('outboxNotWatched', { reason: error instanceof Error ? error.name : 'unknown' }),
  })
  run(false)
  requestBackgroundSync()

  return () => {
    stopped = true
    clearTimeout(timer)
    newRows.unsubscribe()
    window.removeEventListener('online', onOnline)
    window.removeEventListener('focus', comeBack)
    document.removeEventListener('visibilitychange', comeBack)
  }
}

/** When the next waiting envelope is due, or null when none waits. */
async function nextDueAt(): Promise<number | null> {
  const rows = await withDatabase(() => db.outbox.toArray())
  const times = rows.filter(({ receipt }) => receipt === null).map(({ nextAttemptAt }) => nextAttemptAt)
  return times.length === 0 ? null : Math.max(Math.min(...times), await withDatabase(readHeldUntil))
}
