import { useTranslation } from 'react-i18next'
import { Notice } from '../../shared/notice.tsx'
import type { FailureCode } from '../oral/use-gestures.ts'

/** A change that is not on the disk: what failed, and that the rest is safe. */
export function NotSaved({ failure }: { failure: FailureCode | null }) {
  const { t } = useTranslation(['deliberation', 'oral'])
  if (failure === null) return null
  return (
    <Notice tone="danger" role="alert" title={t('deliberation:check.notSaved')}>
      <p>{t(`oral:failure.${failure}`)}</p>
      <p>{t('deliberation:check.notSavedAdvice')}</p>
    </Notice>
  )
}
