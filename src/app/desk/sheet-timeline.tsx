import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grid } from '#domain/grid.ts'
import { type ScoreSheet, timeline } from '#domain/sheet.ts'
import { clockText } from '../shared/sheet/clock-text.ts'
import { timelineSentence } from '../shared/sheet/timeline-sentence.ts'
import styles from './desk.module.css'
import tableStyles from './table.module.css'

const clockFormat = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** What happened and when: the device's clock, the oral's own time, and the gesture in words. */
export function SheetTimeline({ sheet, grid }: { sheet: ScoreSheet; grid: Grid }) {
  const { t } = useTranslation('desk')
  const items = useMemo(() => timeline(sheet.log), [sheet.log])
  return (
    <section className={styles['section']} aria-labelledby="sheet-timeline">
      <h2 id="sheet-timeline">{t('sheet.timeline.title')}</h2>
      {items.length === 0 ? (
        <p className={styles['plain']}>{t('sheet.timeline.none')}</p>
      ) : (
        <table className={`${tableStyles['table']} cdj-figures`} aria-labelledby="sheet-timeline">
          <thead>
            <tr>
              <th scope="col">{t('sheet.timeline.columns.clock')}</th>
              <th scope="col">{t('sheet.timeline.columns.oral')}</th>
              <th scope="col">{t('sheet.timeline.columns.what')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.entryId}>
                <td data-label={t('sheet.timeline.columns.clock')}>{clockFormat.format(new Date(item.wallMs))}</td>
                <td data-label={t('sheet.timeline.columns.oral')}>{item.oralMs === null ? '–' : clockText(item.oralMs)}</td>
                <td data-label={t('sheet.timeline.columns.what')}>
                  <span className={styles['words']}>{timelineSentence(grid, item.body)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
