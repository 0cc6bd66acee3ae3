import { IconAlertTriangle, IconBell } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TimerReading } from '#domain/timer.ts'
import styles from './timer.module.css'

/** The last warning crossed: shown until the next, announced once. */
export function WarningNotice({ told, reading }: { told: number | null; reading: TimerReading }) {
  const { t } = useTranslation('oral')
  const over = told === 0
  const shown = told !== null && reading.status !== 'stopped'
  return (
    <div role="status" className={styles['warning']} data-over={over || undefined} data-shown={shown || undefined}>
      {shown && (
        <>
          {over ? <IconAlertTriangle size={20} aria-hidden /> : <IconBell size={20} aria-hidden />}
          <span>{over ? `${t('timer.warningEnd')}. ${t('timer.overtimeAdvice')}` : t('timer.warning', { count: told })}</span>
        </>
      )}
    </div>
  )
}
