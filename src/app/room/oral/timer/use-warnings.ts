import { useEffect, useRef, useState } from 'react'
import { crossedWarnings, type TimerReading } from '#domain/timer.ts'
import { useSoundSetting } from './sound-setting.ts'
import { playWarning } from './warning-sound.ts'

const VIBRATION_MS = { warning: [200, 100, 200], end: [400, 150, 400, 150, 400] } as const

/**
 * Tells each warning once, when the running timer crosses it: heard, felt, and returned (minutes left, 0 at the end) to be shown and
 * announced. A page opened after a warning does not repeat it.
 */
export function useWarnings(reading: TimerReading, warningMinutes: readonly number[]): number | null {
  const { soundOn } = useSoundSetting()
  const previousMs = useRef(reading.remainingMs)
  const [told, setTold] = useState<number | null>(null)
  const { remainingMs, status } = reading

  useEffect(() => {
    const crossed = status === 'running' ? crossedWarnings(previousMs.current, remainingMs, warningMinutes) : []
    if (remainingMs > previousMs.current) setTold(null)
    previousMs.current = remainingMs
    const last = crossed.at(-1)
    if (last === undefined) return
    const kind = last === 0 ? 'end' : 'warning'
    setTold(last)
    if (soundOn) void playWarning(kind)
    if ('vibrate' in navigator) navigator.vibrate(VIBRATION_MS[kind])
  }, [remainingMs, status, warningMinutes, soundOn])

  return told
}
