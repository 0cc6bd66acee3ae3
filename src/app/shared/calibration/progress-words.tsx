import { useTranslation } from 'react-i18next'
import type { CalibrationProgress } from '#contract/calibration.ts'
import { formatMoment } from '../formatters.ts'
import styles from './spread-tables.module.css'

interface ProgressWordsProps {
  progress: Pick<CalibrationProgress, 'received' | 'expected'>
  /** No sheet is awaited any more: none is missing. */
  isClosed: boolean
  /** When a device read it (epoch ms); absent at the desk, which reads it now. */
  readAtMs?: number
}

/** How many sheets have come, what is missing, and of when that is. */
export function ProgressWords({ progress: { received, expected }, isClosed, readAtMs }: ProgressWordsProps) {
  const { t } = useTranslation('calibration')
  const missing = expected - received
  return (
    <p className={`${styles['says'] ?? ''} cdj-figures`}>
      <strong>{t('spread.received', { count: received, expected })}</strong>{' '}
      {!isClosed && missing > 0 && t('spread.missing', { count: missing })}{' '}
      {readAtMs !== undefined && <span>{t('spread.readAt', { moment: formatMoment(readAtMs) })}</span>}
    </p>
  )
}
