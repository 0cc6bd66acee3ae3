import { sectionIndicators } from '#domain/grid.ts'
import type { Finding } from '#domain/review.ts'
import { useOralWork } from '../oral-work.ts'
import { placeIds, usePlaces } from '../places.tsx'

/** Brings the juror to what a finding is about. */
export function useFindingPlace(): (finding: Finding) => void {
  const { subject, draft } = useOralWork()
  const { place, go, openPanel } = usePlaces()
  return ({ code, sectionId }) => {
    switch (code) {
      case 'presenceMissing':
      case 'absentButTimed':
        return go({ kind: 'welcome' }, placeIds.presence)
      case 'presenceReasonMissing':
        return go({ kind: 'welcome' }, placeIds.presenceReason)
      case 'identityUnchecked':
        return go({ kind: 'welcome' }, placeIds.identity)
      case 'timerNeverStarted':
      case 'timerRunning':
        return go(place, placeIds.timer)
      case 'deliveryUnmarked':
        return openPanel('delivery')
      case 'indicatorsUnmarked': {
        const section = subject.grid.sections.find((candidate) => candidate.id === sectionId)
        const first =
          section && sectionIndicators(section).find((indicator) => indicator.weight > 0 && draft.marks[indicator.id] === undefined)
        return go({ kind: 'section', sectionId }, first ? placeIds.row(first.id) : placeIds.section(sectionId ?? ''))
      }
      case 'verdictMissing':
      case 'verdictWithoutObservation':
      case 'verdictReasonMissing':
        return go({ kind: 'section', sectionId }, placeIds.verdict(sectionId ?? ''))
      case 'partVerdictMissing':
      case 'partAgainstRule':
      case 'partReasonMissing':
        return go({ kind: 'synthesis' }, placeIds.part)
      case 'appreciationMissing':
        return go({ kind: 'synthesis' }, placeIds.appreciation)
    }
  }
}
