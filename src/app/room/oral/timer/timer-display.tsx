import { useTranslation } from 'react-i18next'
import type { TimerReading } from '#domain/timer.ts'
import { clockText } from '../../../shared/sheet/clock-text.ts'
import { useOralWork } from '../oral-work.ts'
import { TimeBand } from './time-band.tsx'
import { timeStage } from './time-stage.ts'
import styles from './timer.module.css'
import { TimerFigures } from './timer-figures.tsx'

/**
 * The big figures, the band, and what passed in words. Milestones are announced apart (warning-notice.tsx); `told`, the last one crossed,
 * is only drawn here where there is no room for that line.
 */
export function TimerDisplay({ reading, told }: { reading: TimerReading; told: number | null }) {
  const { t } = useTranslation(['oral', 'domain'])
  const { grid } = useOralWork().subject
  const stage = timeStage(reading, grid.warningMinutes)
  return (
    <div className={styles['display']} data-stage={stage} data-status={reading.status}>
      <div className={styles['figuresLine']}>
        <TimerFigures reading={reading} stage={stage} iconSize={26} className={styles['figures'] ?? ''} />
      </div>
      <TimeBand reading={reading} phases={grid.phases} stage={stage} />
      <div className={`cdj-figures ${styles['small'] ?? ''}`}>
        <span className={styles['status']}>{t(`domain:timer.${reading.status}`)}</span>
        {told !== null && reading.status === 'running' && (
          <strong className={styles['told']} aria-hidden>
            {told === 0 ? t('oral:timer.warningEnd') : t('oral:timer.warning', { count: told })}
          </strong>
        )}
        {stage === 'over' && (
          <strong className={styles['overtime']}>{t('oral:timer.overtime', { time: clockText(reading.overtimeMs) })}</strong>
        )}
        <span>
          {t('oral:timer.elapsed', { elapsed: clockText(reading.elapsedMs), allotted: clockText(reading.allottedMs) })}
          {reading.pausedMs >= 1_000 && (
            <span className={styles['pauses']}> · {t('oral:timer.pausedFor', { time: clockText(reading.pausedMs) })}</span>
          )}
        </span>
      </div>
    </div>
  )
}
