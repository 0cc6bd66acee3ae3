import { IconAlertTriangle, IconBell, IconClock, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TimerReading } from '#domain/timer.ts'
import { clockText, spokenLength } from '../../../shared/sheet/clock-text.ts'
import type { TimeStage } from './time-stage.ts'

interface TimerFiguresProps {
  reading: TimerReading
  stage: TimeStage
  iconSize: number
  className: string
}

/** Time left, or overtime once it is over, behind the stage's own sign. Silent to screen readers except when asked. */
export function TimerFigures({ reading, stage, iconSize, className }: TimerFiguresProps) {
  const { t } = useTranslation('oral')
  const over = stage === 'over'
  const Icon = reading.status === 'paused' ? IconPlayerPause : over ? IconAlertTriangle : stage === 'calm' ? IconClock : IconBell
  const spoken = over
    ? t('timer.spokenOvertime', { time: spokenLength(reading.overtimeMs) })
    : t('timer.spokenRemaining', { time: spokenLength(reading.remainingMs) })
  return (
    <>
      <Icon size={iconSize} aria-hidden />
      <span className={`cdj-figures ${className}`} role="timer" aria-live="off" aria-label={spoken}>
        {over ? `+${clockText(reading.overtimeMs)}` : clockText(reading.remainingMs, 'up')}
      </span>
    </>
  )
}
