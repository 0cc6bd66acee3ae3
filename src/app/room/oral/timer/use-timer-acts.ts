import { useCallback } from 'react'
import type { TimerEvent } from '#domain/entry.ts'
import { useOralWork } from '../oral-work.ts'
import { prepareSound } from './warning-sound.ts'

/** What a juror can do to the timer; each is one entry of the log. */
export function useTimerActs() {
  const { record } = useOralWork()
  const give = useCallback((event: TimerEvent) => record({ kind: 'timer', event }), [record])
  const start = useCallback(() => {
    void prepareSound()
    return give({ type: 'start' })
  }, [give])
  const resume = useCallback(() => {
    void prepareSound()
    return give({ type: 'resume' })
  }, [give])
  return { give, start, resume }
}
