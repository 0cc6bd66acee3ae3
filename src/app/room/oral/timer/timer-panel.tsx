import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOralWork } from '../oral-work.ts'
import { placeIds } from '../places.tsx'
import { useCountdownWindow } from './countdown-window.tsx'
import { JumpBanner } from './jump-banner.tsx'
import { PhaseControl } from './phase-control.tsx'
import styles from './timer.module.css'
import { TimerButtons } from './timer-buttons.tsx'
import { TimerDisplay } from './timer-display.tsx'
import { TimerMore } from './timer-more.tsx'
import { useLiveTimer } from './use-live-timer.ts'
import { WakeLockNotice } from './wake-lock-notice.tsx'
import { WarningNotice } from './warning-notice.tsx'

/** The oral's clock with everything one may do to it. The end of the time submits nothing. */
export function TimerPanel({ onShowCountdown, onRunning }: { onShowCountdown: () => void; onRunning: (running: boolean) => void }) {
  const { t } = useTranslation('oral')
  const { writable } = useOralWork()
  const { reading, told } = useLiveTimer(onRunning)
  const [more, setMore] = useState(false)
  const countdownWindow = useCountdownWindow()
  const showCountdown = () => {
    setMore(false)
    onShowCountdown()
  }
  return (
    <section className={styles['panel']} aria-label={t('timer.label')} id={placeIds.timer} tabIndex={-1}>
      <TimerDisplay reading={reading} told={told} />
      <TimerButtons status={reading.status} disabled={!writable} more={more} onMore={() => setMore(!more)} />
      <WarningNotice told={told} reading={reading} />
      <JumpBanner />
      <PhaseControl reading={reading} />
      {more && (
        <TimerMore reading={reading} countdownWindow={countdownWindow} onShowCountdown={showCountdown} onDone={() => setMore(false)} />
      )}
      {countdownWindow.content}
      <WakeLockNotice active={reading.status === 'running'} />
    </section>
  )
}
