import { useEffect, useState } from 'react'
import type { Instant } from '#domain/primitives.ts'
import { nextSecondInMs, readTimer, type TimerReading, type TimerStatus, timerEvents } from '#domain/timer.ts'
import { useOralWork } from '../oral-work.ts'

/**
 * The timer as it reads now, read again whenever a second shown changes: no more often, for a tablet's battery lasts a day of orals. A pure
 * function of the committed log: no state of its own to lose.
 */
export function useTimerReading(): TimerReading {
  const [, setTicks] = useState(0)
  const { now } = useOralWork()
  const { reading, at } = useReading()

  // After every render, for each reads the timer anew.
  useEffect(() => {
    const changeMs = nextSecondInMs(reading)
    if (changeMs === null) return
    const tick = () => setTicks((count) => count + 1)
    // To draw the page may itself have taken a part of that second.
    const timer = setTimeout(tick, changeMs - (now().monoMs - at.monoMs))
    // A page out of sight ticks as late as its browser likes; back in sight, it is right at once.
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  })

  return reading
}

/** Its status alone: only an event of the log changes it, so whoever needs no more does not tick with it. */
export function useTimerStatus(): TimerStatus {
  return useReading().reading.status
}

function useReading(): { reading: TimerReading; at: Instant } {
  const { entries, subject, now } = useOralWork()
  const at = now()
  return { reading: readTimer(timerEvents(entries), { allottedMs: subject.allottedMs, phases: subject.grid.phases }, at), at }
}
