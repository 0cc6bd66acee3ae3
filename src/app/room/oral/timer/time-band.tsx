import type { Phase } from '#domain/grid.ts'
import type { TimerReading } from '#domain/timer.ts'
import type { TimeStage } from './time-stage.ts'
import styles from './timer.module.css'

interface TimeBandProps {
  reading: TimerReading
  phases: readonly Phase[]
  stage: TimeStage
}

/** The oral passing as a thin band, with a notch where each phase is planned to end. The figures say the same in words. */
export function TimeBand({ reading, phases, stage }: TimeBandProps) {
  const share = reading.allottedMs === 0 ? 0 : Math.min(1, reading.elapsedMs / reading.allottedMs)
  const plannedMinutes = phases.reduce((sum, phase) => sum + phase.minutes, 0)
  let minutes = 0
  const notches = phases.slice(0, -1).map((phase) => {
    minutes += phase.minutes
    return { id: phase.id, share: minutes / plannedMinutes }
  })
  return (
    <div className={styles['band']} data-stage={stage} aria-hidden>
      <div className={styles['bandPassed']} style={{ inlineSize: `${share * 100}%` }} />
      {notches.map((notch) => (
        <span key={notch.id} className={styles['notch']} style={{ insetInlineStart: `${notch.share * 100}%` }} />
      ))}
    </div>
  )
}
