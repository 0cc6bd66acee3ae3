import { useTranslation } from 'react-i18next'
import type { Entry } from '#domain/entry.ts'
import type { Grid } from '#domain/grid.ts'
import { type TimelineItem, timeline } from '#domain/sheet.ts'
import { clockText } from '../../../shared/sheet/clock-text.ts'
import { timelineSentence } from '../../../shared/sheet/timeline-sentence.ts'
import styles from './signed.module.css'

/** What happened and when, in order. */
export function TimelineTable({ grid, log }: { grid: Grid; log: readonly Entry[] }) {
  const { t } = useTranslation('oral')
  const phaseTitle = (phaseId: string | null) => grid.phases.find((phase) => phase.id === phaseId)?.title ?? ''
  return (
    <details className={styles['card']}>
      <summary>
        <h3>{t('timeline.title')}</h3>
      </summary>
      <table className={styles['timeline']}>
        <thead>
          <tr>
            <th scope="col">{t('timeline.time')}</th>
            <th scope="col">{t('timeline.phase')}</th>
            <th scope="col">{t('timeline.what')}</th>
          </tr>
        </thead>
        <tbody>
          {timed(timeline(log)).map(({ item, moment }) => (
            <tr key={item.entryId} data-kind={item.body.kind}>
              <td className="cdj-figures">{item.oralMs === null ? t(`timeline.${moment}`) : clockText(item.oralMs)}</td>
              <td>{phaseTitle(item.phaseId)}</td>
              <td>{timelineSentence(grid, item.body)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

type Moment = 'before' | 'during' | 'paused' | 'after'

/** Where each line stands when the oral's clock was not running. */
function timed(items: readonly TimelineItem[]): { item: TimelineItem; moment: Moment }[] {
  let moment: Moment = 'before'
  return items.map((item) => {
    if (item.body.kind === 'timer') {
      const { type } = item.body.event
      if (type === 'start' || type === 'resume') moment = 'during'
      else if (type === 'pause') moment = 'paused'
      else if (type === 'stop') moment = 'after'
    }
    return { item, moment }
  })
}
