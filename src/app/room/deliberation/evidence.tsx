import { useTranslation } from 'react-i18next'
import type { Grid } from '#domain/grid.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { ObservationIcon } from '../oral/marking/observation-icon.tsx'
import { clockText } from '../oral/timer/clock-text.ts'
import styles from './deliberation.module.css'

interface EvidenceProps {
  grid: Grid
  sheets: readonly ScoreSheet[]
  contestedDelivery: readonly string[]
}

/** The oral's time and the delivery checklist as each juror has them. */
export function Evidence({ grid, sheets, contestedDelivery }: EvidenceProps) {
  const { t } = useTranslation(['deliberation', 'domain'])
  if (sheets.length === 0) return null
  return (
    <details className={styles['agreement']}>
      <summary>
        <h2>{t('deliberation:oral.evidence')}</h2>
      </summary>
      <ul className={`${styles['plain']} cdj-figures`}>
        {sheets.map(({ juror, timing }) => (
          <li key={juror.id}>
            {juror.name} :{' '}
            {[
              t('deliberation:oral.timing', { elapsed: clockText(timing.elapsedMs), allotted: clockText(timing.allottedMs) }),
              ...(timing.overtimeMs > 0 ? [t('deliberation:oral.overtime', { overtime: clockText(timing.overtimeMs) })] : []),
              ...(timing.pausedMs > 0 ? [t('deliberation:oral.paused', { paused: clockText(timing.pausedMs) })] : []),
            ].join(', ')}
          </li>
        ))}
      </ul>
      <h3>{t('deliberation:oral.delivery')}</h3>
      <ul className={styles['plain']}>
        {grid.delivery.items.map((item) => (
          <li key={item.id}>
            <p>
              {item.title}
              {contestedDelivery.includes(item.target) && <strong> · {t('deliberation:oral.deliveryContested')}</strong>}
            </p>
            <p className={styles['marks']}>
              {sheets.map((sheet) => {
                const value = sheet.marks[item.target]?.value
                return (
                  <span key={sheet.juror.id}>
                    {value !== undefined && <ObservationIcon value={value} size={16} />} {sheet.juror.name} :{' '}
                    <strong>{value === undefined ? t('deliberation:oral.notMarked') : t(`domain:observation.${value}`)}</strong>
                  </span>
                )
              })}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
