import { useTranslation } from 'react-i18next'
import type { Grid } from '#domain/grid.ts'
import type { PartProposal } from '#domain/proposal.ts'

/** The grid's rule for the part, in one sentence. */
export function usePartRuleSentence(grid: Grid): string {
  const { t } = useTranslation('domain')
  const rule = grid.decisionRule.part
  switch (rule.kind) {
    case 'allAcquired':
      return t('partRule.allAcquired')
    case 'atLeast':
      return t('partRule.atLeast', { count: rule.count })
    case 'percent':
      return t('partRule.percent', { percent: rule.percent })
    case 'average':
      return t('partRule.average', { threshold: rule.threshold, floor: rule.floor })
  }
}

/** Why the part is proposed as it is, or what keeps it from being proposed. */
export function usePartSentence(proposal: PartProposal): string {
  const { t } = useTranslation('domain')
  switch (proposal.reason) {
    case 'incomplete':
      return t('proposal.incomplete', { count: proposal.pending.length })
    case 'ruleMet':
      return t('proposal.ruleMet')
    case 'ruleNotMet':
      return t('proposal.ruleNotMet', { sections: proposal.notAcquired.join(', ') })
    case 'eliminatory':
      return t('proposal.eliminatory', { sections: proposal.eliminatoryFailed.join(', ') })
  }
}
