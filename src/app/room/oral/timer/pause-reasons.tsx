import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LineForm } from '../line-form.tsx'
import styles from './timer.module.css'

const REASONS = ['alarm', 'unwell', 'technical', 'noise', 'accommodation'] as const

/** Why the oral pauses: one touch, or one's own words. */
export function PauseReasons({ onReason }: { onReason: (reason: string) => void }) {
  const { t } = useTranslation(['oral', 'shared'])
  const firstRef = useRef<HTMLButtonElement>(null)
  useEffect(() => firstRef.current?.focus(), [])
  return (
    <fieldset className={styles['question']}>
      <legend>{t('oral:timer.pauseTitle')}</legend>
      <div className={styles['chips']}>
        {REASONS.map((reason, index) => (
          <Button
            key={reason}
            {...(index === 0 ? { ref: firstRef } : {})}
            variant="default"
            mih={48}
            onClick={() => onReason(t(`oral:timer.pauseReasons.${reason}`))}
          >
            {t(`oral:timer.pauseReasons.${reason}`)}
          </Button>
        ))}
      </div>
      <LineForm label={t('oral:timer.otherReason')} submit={t('oral:timer.pause')} onLine={onReason} />
    </fieldset>
  )
}
