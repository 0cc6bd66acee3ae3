import { useEffect } from 'react'

/** An open notebook nobody touches for so long locks itself. */
export const IDLE_LOCK_MS = 15 * 60_000

const CHECK_EVERY_MS = 15_000
const GESTURES = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/**
 * Calls `lock` after `idleMs` without a gesture, and never while `paused` (an oral's timer runs). Counted on the clock, not on a timer: a
 * tablet that slept through the delay locks as it wakes.
 */
export function useAutoLock(lock: () => void, idleMs: number, paused: boolean): void {
  useEffect(() => {
    if (paused) return
    let lastGestureMs = Date.now()
    const check = () => {
      if (Date.now() - lastGestureMs >= idleMs) lock()
    }
    const note = () => {
      check()
      lastGestureMs = Date.now()
    }
    const timer = setInterval(check, CHECK_EVERY_MS)
    document.addEventListener('visibilitychange', check)
    for (const gesture of GESTURES) window.addEventListener(gesture, note, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', check)
      for (const gesture of GESTURES) window.removeEventListener(gesture, note, { capture: true })
    }
  }, [lock, idleMs, paused])
}
