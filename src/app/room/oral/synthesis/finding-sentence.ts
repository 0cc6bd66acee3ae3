import type { Finding } from '#domain/review.ts'
import { t } from '#texts/i18n.ts'

/** One finding in one sentence. */
export function findingSentence(finding: Finding): string {
  const section = finding.sectionId ?? ''
  switch (finding.code) {
    case 'indicatorsUnmarked':
      return t('oral:review.indicatorsUnmarked', { section, count: finding.count })
    case 'deliveryUnmarked':
      return t('oral:review.deliveryUnmarked', { count: finding.count })
    case 'verdictMissing':
    case 'verdictWithoutObservation':
    case 'verdictReasonMissing':
      return t(`oral:review.${finding.code}`, { section })
    default:
      return t(`oral:review.${finding.code}`)
  }
}
