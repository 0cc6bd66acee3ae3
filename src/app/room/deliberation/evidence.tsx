import { useTranslation } from 'react-i18next'
import type { Grid } from '#domain/grid.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { clockText } from '../../shared/sheet/clock-text.ts'
import styles from './deliberation.module.css'
import { JurorMarks } from './juror-marks.tsx'

interface EvidenceProps {
  grid: Grid
  sheets: readonly ScoreSheet[]
  contestedDelivery: readonly string[]
}

/** The oral's time and the delivery checklist as each juror has them. */
export function Evidence({ grid, sheets, contestedDelivery }: EvidenceProps) {
  const { t } = useTranslation('deliberation')
  if (sheets.length === 0) return null
  return (
    <details className={styles['agreement']}>
      <summary>
        <h2>{t('oral.evidence')}</h2>
      </summary>
      <ul className={`${styles['plain']} cdj-figures`}>
        {sheets.map(({ juror, timing }) => (
          <li key={juror.id}>
            {juror.name} :{' '}
            {[
              t('oral.timing', { elapsed: clockText(timing.elapsedMs), allotted: clockText(timing.allottedMs) }),
              ...(timing.overtimeMs > 0 ? [t('oral.overtime', { overtime: clockText(timing.overtimeMs) })] : []),
              ...(timing.pausedMs > 0 ? [t('oral.paused', { paused: clockText(timing.pausedMs) })] : []),
            ].join(', ')}
          </li>
        ))}
      </ul>
      <h3>{t('oral.delivery')}</h3>
      <ul className={styles['plain']}>
        {grid.delivery.items.map((item) => (
          <li key={item.id}>
            <p>
              {item.title}
              {contestedDelivery.includes(item.target) && <strong> · {t('oral.deliveryContested')}</strong>}
            </p>
            <JurorMarks target={item.target} sheets={sheets} />
          </li>
        ))}
      </ul>
    </details>
  )
}
