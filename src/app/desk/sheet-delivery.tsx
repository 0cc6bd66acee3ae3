import { useTranslation } from 'react-i18next'
import type { Grid } from '#domain/grid.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import styles from './desk.module.css'
import { MarkList } from './mark-list.tsx'

/** The oral delivery's checklist, and whether it counts in this grid. */
export function SheetDelivery({ sheet, grid }: { sheet: ScoreSheet; grid: Grid }) {
  const { t } = useTranslation('desk')
  const { counted, items } = grid.delivery
  if (items.length === 0) return null
  return (
    <section className={styles['card']} aria-labelledby="sheet-delivery">
      <h2 id="sheet-delivery">{t('sheet.delivery.title')}</h2>
      <p className={`${styles['plain']} ${styles['soft']}`}>{counted ? t('sheet.delivery.counted') : t('sheet.delivery.formative')}</p>
      <MarkList sheet={sheet} items={items.map(({ target, title }) => ({ target, label: title }))} />
    </section>
  )
}
