import { useTranslation } from 'react-i18next'
import { type GridSection, sectionIndicators } from '#domain/grid.ts'
import type { SectionProposal } from '#domain/proposal.ts'

/** Why a section is proposed as it is, in one sentence. */
export function useSectionProposalSentence(section: GridSection, proposal: SectionProposal): string {
  const { t } = useTranslation('domain')
  if (proposal.percent === null) return t('proposal.none')
  const { percent, observed, partial, notObserved } = proposal
  const counted = t('proposal.percent', { percent, observed, partial, notObserved })
  if (proposal.missingEssentials.length === 0) return counted
  const labels = sectionIndicators(section)
    .filter((indicator) => proposal.missingEssentials.includes(indicator.id))
    .map((indicator) => `« ${indicator.label} »`)
    .join(', ')
  return `${counted} ${t('proposal.missingEssential', { labels })}`
}
