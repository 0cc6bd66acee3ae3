import { useTranslation } from 'react-i18next'
import type { CalibrationProgress } from '#contract/calibration.ts'
import styles from './spread-tables.module.css'

/** How many sheets have come, and what is missing. */
export function ProgressWords({ progress: { received, expected } }: { progress: Pick<CalibrationProgress, 'received' | 'expected'> }) {
  const { t } = useTranslation('calibration')
  const missing = expected - received
  return (
    <p className={`${styles['says'] ?? ''} cdj-figures`}>
      <strong>{t('spread.received', { count: received, expected })}</strong> {missing > 0 && t('spread.missing', { count: missing })}
    </p>
  )
}
