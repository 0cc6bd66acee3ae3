import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimedEvent } from '#domain/timer.ts'
import { timerEvents } from '#domain/timer.ts'
import { Notice } from '../../../shared/notice.tsx'
import { spokenLength } from '../../../shared/sheet/clock-text.ts'
import { useOralWork } from '../oral-work.ts'
import styles from './timer.module.css'
import { useTimerActs } from './use-timer-acts.ts'

interface Jump {
  ms: number
  cause: 'sleep' | 'clock'
}

/** Later, nobody remembers whether the device slept: the log still says what was counted. */
const TOLD_FOR_MS = 5 * 60_000

/** The last leap of the clock that can still be read otherwise: nothing was done to the timer since, and it was not corrected already. */
export function correctableJump(events: readonly TimedEvent[]): (Jump & { atWallMs: number }) | null {
  const last = events.findLast(({ event }) => event.type !== 'incident' && event.type !== 'extend')
  if (last?.event.type !== 'jump') return null
  const { ms, cause } = last.event
  const isCorrection = cause === 'sleep' && ms < 0
  return isCorrection ? null : { ms, cause, atWallMs: last.at.wallMs }
}

/** Says that the device slept, or that its clock was set, and lets the juror correct a wrong guess with one touch. */
export function JumpBanner() {
  const { t } = useTranslation('oral')
  const { entries, writable, now } = useOralWork()
  const { give } = useTimerActs()
  const jump = correctableJump(timerEvents(entries))
  const [seenAtWallMs, setSeen] = useState<number | null>(null)
  if (jump === null || jump.atWallMs === seenAtWallMs || now().wallMs - jump.atWallMs > TOLD_FOR_MS) return null
  const time = spokenLength(jump.ms)
  const slept = jump.cause === 'sleep'
  const correction: Jump | null = slept ? { ms: -jump.ms, cause: 'sleep' } : jump.ms > 0 ? { ms: jump.ms, cause: 'sleep' } : null
  return (
    <Notice
      tone="info"
      role="status"
      title={slept ? t('jump.slept', { time }) : t('jump.clockSet', { time })}
      actions={
        <>
          <Button mih={48} onClick={() => setSeen(jump.atWallMs)}>
            {t('jump.right')}
          </Button>
          {correction && (
            <Button variant="default" mih={48} h="auto" disabled={!writable} onClick={() => void give({ type: 'jump', ...correction })}>
              <span className={styles['longWord']}>{slept ? t('jump.wasClock') : t('jump.wasSleep')}</span>
            </Button>
          )}
        </>
      }
    />
  )
}
