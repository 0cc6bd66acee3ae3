import { useTranslation } from 'react-i18next'
import { draftProgress } from '#domain/review.ts'
import styles from './oral-screen.module.css'
import { useOralWork } from './oral-work.ts'

/** What remains, always counted; nothing where the oral did not take place. */
export function ProgressSummary() {
  const { t } = useTranslation('oral')
  const { subject, draft } = useOralWork()
  if (draft.presence !== null && draft.presence !== 'present') {
    return (
      <p className={styles['progress']}>
        <strong>{t('progress.noVerdict')}</strong>
      </p>
    )
  }
  const { marked, total, sectionsDone, sectionsTotal } = draftProgress(subject.grid, draft)
  const remaining = total - marked
  return (
    <p className={`cdj-figures ${styles['progress'] ?? ''}`}>
      <strong>{remaining === 0 ? t('progress.allMarked') : t('progress.remaining', { count: remaining })}</strong>
      <span>{t('progress.sections', { done: sectionsDone, total: sectionsTotal })}</span>
    </p>
  )
}
