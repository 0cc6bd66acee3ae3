import { useEffect } from 'react'
import type { TimerReading } from '#domain/timer.ts'
import { useOralWork } from '../oral-work.ts'
import { useTimerReading } from './use-timer-reading.ts'
import { useWarnings } from './use-warnings.ts'

export interface LiveTimer {
  reading: TimerReading
  /** The last warning crossed, in minutes left; null before the first. */
  told: number | null
}

/** The oral's timer on whatever page shows it: its reading, its warnings seen, heard and felt, and the device told that an oral goes on. */
export function useLiveTimer(onRunning: (running: boolean) => void): LiveTimer {
  const { grid } = useOralWork().subject
  const reading = useTimerReading()
  const told = useWarnings(reading, grid.warningMinutes)
  const running = reading.status === 'running' || reading.status === 'paused'
  useEffect(() => {
    onRunning(running)
    return () => onRunning(false)
  }, [running, onRunning])
  return { reading, told }
}
