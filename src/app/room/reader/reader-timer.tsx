import { useTranslation } from 'react-i18next'
import type { OralScreenProps } from '../oral/oral-screen-props.ts'
import { useOralWork } from '../oral/oral-work.ts'
import { useCountdownWindow } from '../oral/timer/countdown-window.tsx'
import { timeStage } from '../oral/timer/time-stage.ts'
import { TimerFigures } from '../oral/timer/timer-figures.tsx'
import { useClockJumps } from '../oral/timer/use-clock-jumps.ts'
import { useLiveTimer } from '../oral/timer/use-live-timer.ts'
import { WakeLockNotice } from '../oral/timer/wake-lock-notice.tsx'
import styles from './reader-timer.module.css'

/** A page of the support is looked up during the oral: its time stays in sight, and warns, as on the oral's own screen. Nothing before or after. */
export function ReaderTimer({ onRunning, watchJumps }: Pick<OralScreenProps, 'onRunning' | 'watchJumps'>) {
  const { t } = useTranslation(['oral', 'domain'])
  const { grid } = useOralWork().subject
  const { reading, told } = useLiveTimer(onRunning)
  const countdownWindow = useCountdownWindow()
  useClockJumps(watchJumps)
  if (reading.status === 'ready' || reading.status === 'stopped') return countdownWindow.content
  const stage = timeStage(reading, grid.warningMinutes)
  return (
    <>
      <section className={styles['timer']} aria-label={t('oral:timer.label')} data-stage={stage}>
        <TimerFigures reading={reading} stage={stage} iconSize={22} className={styles['figures'] ?? ''} />
        {reading.status === 'paused' && <span>{t('domain:timer.paused')}</span>}
        <span role="status" className={styles['told']}>
          {told !== null && (told === 0 ? t('oral:timer.warningEnd') : t('oral:timer.warning', { count: told }))}
        </span>
      </section>
      {countdownWindow.content}
      <WakeLockNotice active={reading.status === 'running'} />
    </>
  )
}
