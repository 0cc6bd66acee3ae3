import { noteEvent } from './diagnostics.ts'

/** Since when (performance.now) a wake lock has been held without a break; null while none is. */
let heldSinceMs: number | null = null

/** True unless a wake lock was held from `sinceMs` (performance.now) until now. */
export function wakeLockGap(sinceMs: number): boolean {
  return heldSinceMs === null || heldSinceMs > sinceMs
}

/** `refused`: the device would not (low battery, power saving); `unsupported`: the browser has no wake lock. */
export type WakeLockState = 'held' | 'refused' | 'unsupported'

/**
 * Keeps the screen on until the returned function is called; asked again each time the page comes back into view. `onState` hears what came
 * of each try, so that a screen can say when the device may sleep.
 */
export function holdWakeLock(onState?: (state: WakeLockState) => void): () => void {
  let wanted = true
  let sentinel: WakeLockSentinel | null = null

  const acquire = async () => {
    if (!wanted || sentinel !== null || document.visibilityState !== 'visible') return
    try {
      const lock = await requestWakeLock()
      if (lock === null) return onState?.('unsupported')
      sentinel = lock
      onState?.('held')
      heldSinceMs = performance.now()
      lock.addEventListener('release', () => {
        sentinel = null
        heldSinceMs = null
      })
      if (!wanted) await lock.release()
    } catch (error) {
      onState?.('refused')
      noteEvent('wakeLockRefused', { reason: error instanceof Error ? error.name : 'unknown' })
    }
  }
  const onVisible = () => void acquire()

  document.addEventListener('visibilitychange', onVisible)
  void acquire()
  return () => {
    wanted = false
    document.removeEventListener('visibilitychange', onVisible)
    void sentinel?.release()
  }
}

/** Asks for one wake lock, or null where the browser has none. Rejects when refused (low battery, hidden page). */
export async function requestWakeLock(): Promise<WakeLockSentinel | null> {
  return 'wakeLock' in navigator ? navigator.wakeLock.request('screen') : null
}
