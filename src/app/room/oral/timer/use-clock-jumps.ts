import { useEffect, useRef } from 'react'
import { readTimer, timerEvents } from '#domain/timer.ts'
import type { OralScreenProps } from '../oral-screen-props.ts'
import { useOralWork } from '../oral-work.ts'

/** A leap of the wall clock while the timer moves becomes part of the log; only the tab that writes records it. */
export function useClockJumps(watchJumps: OralScreenProps['watchJumps']): void {
  const work = useOralWork()
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })
  useEffect(
    () =>
      watchJumps((ms, cause) => {
        const { entries, subject, writable, now, record } = latest.current
        const { status } = readTimer(timerEvents(entries), { allottedMs: subject.allottedMs, phases: subject.grid.phases }, now())
        if (writable && (status === 'running' || status === 'paused')) void record({ kind: 'timer', event: { type: 'jump', ms, cause } })
      }),
    [watchJumps],
  )
}
