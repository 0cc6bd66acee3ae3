import { useTranslation } from 'react-i18next'
import type { CalibrationProgress } from '#contract/calibration.ts'
import styles from './spread-tables.module.css'

interface ProgressWordsProps {
  progress: Pick<CalibrationProgress, 'received' | 'expected'>
  /** No sheet is awaited any more: none is missing. */
  isClosed: boolean
}

/** How many sheets have come, and what is missing. */
export function ProgressWords({ progress: { received, expected }, isClosed }: ProgressWordsProps) {
  const { t } = useTranslation('calibration')
  const missing = expected - received
  return (
    <p className={`${styles['says'] ?? ''} cdj-figures`}>
      <strong>{t('spread.received', { count: received, expected })}</strong>{' '}
      {!isClosed && missing > 0 && t('spread.missing', { count: missing })}
    </p>
  )
}
