import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { holdWakeLock, type WakeLockState } from '#device/wake-lock.ts'
import styles from './timer.module.css'

/** Keeps the screen on while the oral runs, and says so in words when the device does not allow it. */
export function WakeLockNotice({ active }: { active: boolean }) {
  const { t } = useTranslation('oral')
  const [state, setState] = useState<WakeLockState>('held')
  useEffect(() => {
    if (!active) return
    return holdWakeLock(setState)
  }, [active])
  if (!active || state === 'held') return null
  return (
    <p className={styles['wakeLock']} role="status">
      {state === 'refused' ? t('timer.wakeLockRefused') : t('timer.wakeLockUnsupported')}
    </p>
  )
}
