import { useEffect, useState } from 'react'
import { readTimer, type TimerReading, type TimerStatus, timerEvents } from '#domain/timer.ts'
import { useOralWork } from '../oral-work.ts'

const REFRESH_MS = 200

/** The timer as it reads now, kept up to date while it runs. A pure function of the committed log: no state of its own to lose. */
export function useTimerReading(): TimerReading {
  const [, refresh] = useState(0)
  const reading = useReading()
  const moving = reading.status === 'running' || reading.status === 'paused'

  useEffect(() => {
    if (!moving) return
    const timer = setInterval(() => refresh((count) => count + 1), REFRESH_MS)
    return () => clearInterval(timer)
  }, [moving])

  return reading
}

/** Its status alone: only an event of the log changes it, so whoever needs no more does not tick with it. */
export function useTimerStatus(): TimerStatus {
  return useReading().status
}

function useReading(): TimerReading {
  const { entries, subject, now } = useOralWork()
  return readTimer(timerEvents(entries), { allottedMs: subject.allottedMs, phases: subject.grid.phases }, now())
}
