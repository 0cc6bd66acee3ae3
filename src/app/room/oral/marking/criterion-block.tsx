import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridCriterion } from '#domain/grid.ts'
import { useOralWork } from '../oral-work.ts'
import { usePlaces } from '../places.tsx'
import { IndicatorRow } from './indicator-row.tsx'
import { MarkControl } from './mark-control.tsx'
import styles from './marking.module.css'
import { useMarking } from './use-marking.ts'

/** A criterion: its head marks everything in it with one gesture, in the same four columns as its indicators. */
export function CriterionBlock({ criterion }: { criterion: GridCriterion }) {
  const { t } = useTranslation('oral')
  const { draft, pendingTargets, writable } = useOralWork()
  const { markOne, markAll } = useMarking()
  const { openPanel } = usePlaces()
  const onNote = useCallback((indicatorId: string) => openPanel('notes', indicatorId), [openPanel])
  const headingId = `criterion-${criterion.id}`
  return (
    <section aria-labelledby={headingId} className={styles['criterion']}>
      <div className={styles['criterionHead']}>
        <h4 id={headingId}>{criterion.title}</h4>
        <span className={styles['whole']} aria-hidden>
          {t('marking.whole')}
        </span>
        <MarkControl
          name={t('marking.wholeCriterion', { title: criterion.title })}
          value={null}
          disabled={!writable}
          kind="whole"
          onMark={(value) => markAll(criterion.indicators, value)}
        />
      </div>
      {criterion.note !== undefined && <p className={styles['help']}>{criterion.note}</p>}
      <ul className={styles['rows']}>
        {criterion.indicators.map((indicator) => (
          <IndicatorRow
            key={indicator.id}
            indicator={indicator}
            value={draft.marks[indicator.id]?.value ?? null}
            page={draft.marks[indicator.id]?.page ?? null}
            pending={pendingTargets.has(indicator.id)}
            noteCount={draft.notes.filter((note) => note.targetId === indicator.id).length}
            disabled={!writable}
            onMark={markOne}
            onNote={onNote}
          />
        ))}
      </ul>
    </section>
  )
}
