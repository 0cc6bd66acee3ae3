import { useTranslation } from 'react-i18next'
import type { Grid } from '#domain/grid.ts'

/** A grid's rule for its part, in one sentence. */
export function usePartRuleSentence(): (rule: Grid['decisionRule']['part']) => string {
  const { t } = useTranslation('domain')
  return (rule) => {
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
}
