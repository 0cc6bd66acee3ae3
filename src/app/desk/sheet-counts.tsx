import { useTranslation } from 'react-i18next'
import styles from './desk.module.css'

interface SheetCountsProps {
  expected: number
  received: number
  /** Absent by the clock; null where the clock is not looked at. */
  missing: number | null
}

/** How many sheets came in, in words, with a thin bar that says the same. */
export function SheetCountsView({ expected, received, missing }: SheetCountsProps) {
  const { t } = useTranslation('desk')
  const percent = expected === 0 ? 0 : (received / expected) * 100
  const words: string[] = [t('counts.received', { count: received, expected })]
  if (missing !== null) {
    if (missing > 0) words.push(t('counts.missing', { count: missing }))
    const waiting = expected - received - missing
    if (waiting > 0) words.push(t('counts.waiting', { count: waiting }))
  }
  return (
    <div>
      <span className="cdj-figures">{words.join(', ')}</span>
      <div className={styles['thinBar']} aria-hidden>
        <span style={{ width: `${percent}%` }} />
      </div>
    </div>
  )
}
