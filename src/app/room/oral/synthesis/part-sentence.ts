import { useTranslation } from 'react-i18next'
import type { PartProposal } from '#domain/proposal.ts'

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
