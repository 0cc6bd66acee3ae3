import { Button } from '@mantine/core'
import { IconPlayerTrackNext } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Phase } from '#domain/grid.ts'
import type { TimerReading } from '#domain/timer.ts'
import { clockText } from '../../../shared/sheet/clock-text.ts'
import { useOralWork } from '../oral-work.ts'
import { placeIds, usePlaces } from '../places.tsx'
import styles from './timer.module.css'
import { useTimerActs } from './use-timer-acts.ts'

/** The current phase and, one touch away, the next; a phase with sections of its own brings the first to hand. */
export function PhaseControl({ reading }: { reading: TimerReading }) {
  const { t } = useTranslation('oral')
  const { subject, writable } = useOralWork()
  const { go } = usePlaces()
  const { give } = useTimerActs()
  const { phases } = subject.grid
  const index = phases.findIndex((phase) => phase.id === reading.phaseId)
  const current = phases[index]
  if (phases.length < 2 || current === undefined || reading.status === 'stopped') return null
  const next = phases[index + 1]
  const change = (phase: Phase) => {
    void give({ type: 'phase', phaseId: phase.id })
    const focus = phase.focus[0]
    if (focus !== undefined) go({ kind: 'section', sectionId: focus }, placeIds.section(focus))
  }
  return (
    <div className={styles['phase']}>
      <span>
        <strong>{current.title}</strong>{' '}
        <span className="cdj-figures">
          {t('timer.phaseElapsed', {
            elapsed: clockText(reading.phaseElapsedMs),
            allotted: clockText(reading.phaseAllottedMs ?? 0),
          })}
        </span>
      </span>
      {next !== undefined && (
        <Button
          variant="default"
          mih={48}
          leftSection={<IconPlayerTrackNext size={20} aria-hidden />}
          aria-label={t('timer.nextPhase', { title: next.title })}
          disabled={!writable}
          onClick={() => change(next)}
        >
          <span className={styles['nextPhase']}>{t('timer.nextPhase', { title: next.title })}</span>
          <span className={styles['nextTitle']}>{next.title}</span>
        </Button>
      )}
    </div>
  )
}
