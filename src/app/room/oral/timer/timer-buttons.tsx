import { ActionIcon, Button } from '@mantine/core'
import { IconDots, IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimerStatus } from '#domain/timer.ts'
import { PauseReasons } from './pause-reasons.tsx'
import { StopQuestion } from './stop-question.tsx'
import styles from './timer.module.css'
import { useTimerActs } from './use-timer-acts.ts'

interface TimerButtonsProps {
  status: TimerStatus
  disabled: boolean
  more: boolean
  onMore: () => void
}

/** Start, pause, resume, stop. What needs a word (why pause, really stop) is asked in place. */
export function TimerButtons({ status, disabled, more, onMore }: TimerButtonsProps) {
  const { t } = useTranslation('oral')
  const { give, start, resume } = useTimerActs()
  const [asking, setAsking] = useState<'pause' | 'stop' | null>(null)
  const toggle = (question: 'pause' | 'stop') => setAsking(asking === question ? null : question)
  const moving = status === 'running' || status === 'paused'
  return (
    <>
      <div className={styles['buttons']}>
        {status === 'ready' && (
          <Button
            size="md"
            px={8}
            mih={48}
            data-timer-main
            leftSection={<IconPlayerPlay size={20} aria-hidden />}
            disabled={disabled}
            onClick={() => void start()}
          >
            <span className={styles['buttonWord']}>{t('timer.start')}</span>
          </Button>
        )}
        {status === 'running' && (
          <Button
            size="md"
            px={8}
            mih={48}
            data-timer-main
            variant="default"
            leftSection={<IconPlayerPause size={20} aria-hidden />}
            aria-expanded={asking === 'pause'}
            disabled={disabled}
            onClick={() => toggle('pause')}
          >
            <span className={styles['buttonWord']}>{t('timer.pause')}</span>
          </Button>
        )}
        {(status === 'paused' || status === 'stopped') && (
          <Button
            size="md"
            px={8}
            mih={48}
            data-timer-main
            variant={status === 'paused' ? 'filled' : 'default'}
            leftSection={<IconPlayerPlay size={20} aria-hidden />}
            disabled={disabled}
            onClick={() => void resume()}
          >
            <span className={styles['buttonWord']}>{t('timer.resume')}</span>
          </Button>
        )}
        {moving && (
          <Button
            size="md"
            px={8}
            mih={48}
            variant="default"
            leftSection={<IconPlayerStop size={20} aria-hidden />}
            aria-expanded={asking === 'stop'}
            disabled={disabled}
            onClick={() => toggle('stop')}
          >
            <span className={styles['buttonWord']}>{t('timer.stop')}</span>
          </Button>
        )}
        <ActionIcon variant="subtle" size={48} aria-label={t('timer.more')} aria-expanded={more} onClick={onMore}>
          <IconDots size={24} aria-hidden />
        </ActionIcon>
      </div>
      {asking === 'pause' && status === 'running' && (
        <PauseReasons
          onReason={(reason) => {
            void give({ type: 'pause', reason })
            setAsking(null)
          }}
        />
      )}
      {asking === 'stop' && moving && (
        <StopQuestion
          onStop={() => {
            void give({ type: 'stop' })
            setAsking(null)
          }}
          onCancel={() => setAsking(null)}
        />
      )}
    </>
  )
}
