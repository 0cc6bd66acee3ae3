import { useTranslation } from 'react-i18next'
import { clockText } from '../../../shared/sheet/clock-text.ts'
import { useTimerReading } from './use-timer-reading.ts'

/** What the timer says about the speaking time: evidence for the juror, no mark of its own. */
export function TimeEvidence() {
  const { t } = useTranslation('oral')
  const reading = useTimerReading()
  if (reading.status === 'ready') return <span>{t('delivery.evidenceNone')}</span>
  const times = { elapsed: clockText(reading.elapsedMs), allotted: clockText(reading.allottedMs) }
  return (
    <span className="cdj-figures">
      {reading.overtimeMs > 0
        ? t('delivery.evidenceOvertime', { ...times, overtime: clockText(reading.overtimeMs) })
        : t('delivery.evidence', times)}
    </span>
  )
}
