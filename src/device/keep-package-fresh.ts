import { ownServer } from './api.ts'
import { noteEvent } from './diagnostics.ts'
import type { Notebook } from './notebook.ts'

const ASK_EVERY_MS = 5 * 60_000
/** Going to an oral and back asks nothing anew. */
const SOONEST_MS = 60_000

/** When each open notebook last asked (epoch ms). */
const askedAt = new WeakMap<Notebook, number>()

/**
 * Asks the server for a newer session package at once, when the network or the page comes back, and every five minutes; calls `onChanged`
 * after one that says something else was stored. Without network, or with an answer that does not verify, the stored one stays and nothing
 * is said: the readiness check tells how old it is. Returns how to stop.
 */
export function keepPackageFresh(notebook: Notebook, onChanged: () => void, origin: string = ownServer()): () => void {
  let stopped = false

  const ask = async () => {
    const last = askedAt.get(notebook) ?? Date.parse(notebook.package.issuedAt)
    const sinceMs = Date.now() - last
    // Before the last time: the clock was set back.
    if (stopped || !navigator.onLine || document.visibilityState !== 'visible' || (sinceMs >= 0 && sinceMs < SOONEST_MS)) return
    askedAt.set(notebook, Date.now())
    // Only when needed: what opens packages is no part of the room's first load.
    const { refreshPackage } = await import('./package-refresh.ts')
    const refresh = await refreshPackage(notebook, origin)
    if (refresh.ok && refresh.changed && !stopped) onChanged()
  }
  const run = () => {
    ask().catch((error: unknown) => noteEvent('packageNotRefreshed', { reason: error instanceof Error ? error.name : 'unknown' }))
  }
  const onOnline = () => {
    askedAt.set(notebook, 0)
    run()
  }

  run()
  const timer = setInterval(run, ASK_EVERY_MS)
  window.addEventListener('online', onOnline)
  document.addEventListener('visibilitychange', run)
  return () => {
    stopped = true
    clearInterval(timer)
    window.removeEventListener('online', onOnline)
    document.removeEventListener('visibilitychange', run)
  }
}
