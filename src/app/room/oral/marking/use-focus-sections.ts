import { useMemo } from 'react'
import { timerEvents } from '#domain/timer.ts'
import { useOralWork } from '../oral-work.ts'

/** The sections the current phase keeps at hand, e.g. C12 during the role play; none outside such a phase. */
export function useFocusSections(): readonly string[] {
  const { entries, subject } = useOralWork()
  const { phases } = subject.grid
  const phaseId = useMemo(() => {
    const events = timerEvents(entries).map(({ event }) => event)
    const changed = events.findLast((event) => event.type === 'phase')
    if (changed?.type === 'phase') return changed.phaseId
    return events.some((event) => event.type === 'start') ? phases[0]?.id : undefined
  }, [entries, phases])
  return useMemo(() => phases.find((phase) => phase.id === phaseId)?.focus ?? [], [phases, phaseId])
}
