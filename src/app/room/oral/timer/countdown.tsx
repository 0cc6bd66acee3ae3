import { useTranslation } from 'react-i18next'
import type { TimerReading } from '#domain/timer.ts'
import { clockText } from '../../../shared/sheet/clock-text.ts'
import { useOralWork } from '../oral-work.ts'
import styles from './countdown.module.css'
import { TimeBand } from './time-band.tsx'
import { timeStage } from './time-stage.ts'
import { useTimerReading } from './use-timer-reading.ts'

/** The candidate's clock: huge figures, the phase, nothing of the marking. */
export function Countdown() {
  const { t } = useTranslation('oral')
  const { grid } = useOralWork().subject
  const reading = useTimerReading()
  const stage = timeStage(reading, grid.warningMinutes)
  const figures = stage === 'over' ? `+${clockText(reading.overtimeMs)}` : clockText(reading.remainingMs, 'up')
  const phase = grid.phases.find((candidate) => candidate.id === reading.phaseId)
  return (
    <section className={styles['countdown']} data-stage={stage} aria-label={t('countdown.title')}>
      <h1 className={styles['phase']}>{grid.phases.length > 1 && phase ? phase.title : t('countdown.title')}</h1>
      <p
        className={`cdj-figures ${styles['figures'] ?? ''}`}
        data-long={figures.length > '30:00'.length || undefined}
        role="timer"
        aria-live="off"
      >
        {figures}
      </p>
      <TimeBand reading={reading} phases={grid.phases} stage={stage} />
      <p className={styles['state']} role="status">
        {stateWord(reading, stage === 'over', t)}
      </p>
    </section>
  )
}

function stateWord(reading: TimerReading, over: boolean, t: ReturnType<typeof useTranslation<'oral'>>['t']): string {
  if (reading.status === 'ready') return t('countdown.notStarted')
  if (reading.status === 'paused') return t('countdown.paused')
  if (reading.status === 'stopped') return t('countdown.stopped')
  return over ? t('countdown.over') : ''
}
