import { useMemo } from 'react'
import { type Finding, reviewDraft } from '#domain/review.ts'
import { useOralWork } from '../oral-work.ts'
import { useTimerStatus } from '../timer/use-timer-reading.ts'

/** What is missing or contradictory now. */
export function useFindings(): Finding[] {
  const { subject, draft } = useOralWork()
  const status = useTimerStatus()
  const findings = useMemo(() => reviewDraft(subject.grid, draft, { status }), [subject.grid, draft, status])
  // An invented case is marked as far as its minutes go: only a timer that still runs keeps it from being signed.
  return subject.calibration === null ? findings : findings.filter(({ code }) => code === 'presenceMissing' || code === 'timerRunning')
}
