import { IconAlertTriangle, IconBell, IconClock, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TimerReading } from '#domain/timer.ts'
import { clockText, spokenLength } from '../../../shared/sheet/clock-text.ts'
import { useOralWork } from '../oral-work.ts'
import { TimeBand } from './time-band.tsx'
import { timeStage } from './time-stage.ts'
import styles from './timer.module.css'

/**
 * The big figures: time left, or overtime once it is over. Silent to screen readers except when asked: milestones are announced apart
 * (warning-notice.tsx), and `told`, the last one crossed, is only drawn here where there is no room for that line.
 */
export function TimerDisplay({ reading, told }: { reading: TimerReading; told: number | null }) {
  const { t } = useTranslation(['oral', 'domain'])
  const { grid } = useOralWork().subject
  const stage = timeStage(reading, grid.warningMinutes)
  const over = stage === 'over'
  const Icon = reading.status === 'paused' ? IconPlayerPause : over ? IconAlertTriangle : stage === 'calm' ? IconClock : IconBell
  const spoken = over
    ? t('oral:timer.spokenOvertime', { time: spokenLength(reading.overtimeMs) })
    : t('oral:timer.spokenRemaining', { time: spokenLength(reading.remainingMs) })
  return (
    <div className={styles['display']} data-stage={stage} data-status={reading.status}>
      <div className={styles['figuresLine']}>
        <Icon size={26} aria-hidden />
        <span className={`cdj-figures ${styles['figures'] ?? ''}`} role="timer" aria-live="off" aria-label={spoken}>
          {over ? `+${clockText(reading.overtimeMs)}` : clockText(reading.remainingMs, 'up')}
        </span>
      </div>
      <TimeBand reading={reading} phases={grid.phases} stage={stage} />
      <div className={`cdj-figures ${styles['small'] ?? ''}`}>
        <span className={styles['status']}>{t(`domain:timer.${reading.status}`)}</span>
        {told !== null && reading.status === 'running' && (
          <strong className={styles['told']} aria-hidden>
            {told === 0 ? t('oral:timer.warningEnd') : t('oral:timer.warning', { count: told })}
          </strong>
        )}
        {over && <strong className={styles['overtime']}>{t('oral:timer.overtime', { time: clockText(reading.overtimeMs) })}</strong>}
        <span>
          {t('oral:timer.elapsed', { elapsed: clockText(reading.elapsedMs), allotted: clockText(reading.allottedMs) })}
          {reading.pausedMs >= 1_000 && ` · ${t('oral:timer.pausedFor', { time: clockText(reading.pausedMs) })}`}
        </span>
      </div>
    </div>
  )
}
