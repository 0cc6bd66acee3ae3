import { useEffect, useState } from 'react'
import { readTimer, type TimerReading, timerEvents } from '#domain/timer.ts'
import { useOralWork } from '../oral-work.ts'

const REFRESH_MS = 200

/** The timer as it reads now, kept up to date while it runs. A pure function of the committed log: no state of its own to lose. */
export function useTimerReading(): TimerReading {
  const { entries, subject, now } = useOralWork()
  const [, refresh] = useState(0)
  const plan = { allottedMs: subject.allottedMs, phases: subject.grid.phases }
  const reading = readTimer(timerEvents(entries), plan, now())
  const moving = reading.status === 'running' || reading.status === 'paused'

  useEffect(() => {
    if (!moving) return
    const timer = setInterval(() => refresh((count) => count + 1), REFRESH_MS)
    return () => clearInterval(timer)
  }, [moving])

  return reading
}
