import { useMemo } from 'react'
import { type Finding, reviewDraft } from '#domain/review.ts'
import { useOralWork } from '../oral-work.ts'
import { useTimerStatus } from '../timer/use-timer-reading.ts'

/** What is missing or contradictory now. */
export function useFindings(): Finding[] {
  const { subject, draft } = useOralWork()
  const status = useTimerStatus()
  return useMemo(() => reviewDraft(subject.grid, draft, { status }), [subject.grid, draft, status])
}
