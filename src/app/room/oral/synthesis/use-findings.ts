import { type Finding, reviewDraft } from '#domain/review.ts'
import { useOralWork } from '../oral-work.ts'
import { useTimerReading } from '../timer/use-timer-reading.ts'

/** What is missing or contradictory now. */
export function useFindings(): Finding[] {
  const { subject, draft } = useOralWork()
  const reading = useTimerReading()
  return reviewDraft(subject.grid, draft, reading)
}
