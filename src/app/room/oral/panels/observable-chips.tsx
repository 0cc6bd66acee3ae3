import { useTranslation } from 'react-i18next'
import type { Observation } from '#domain/entry.ts'
import type { Grid } from '#domain/grid.ts'
import { ObservationIcon } from '../marking/observation-icon.tsx'
import { useOralWork } from '../oral-work.ts'
import styles from './panels.module.css'

/** Each touch goes to the next mark, the last back to none. */
const NEXT: Record<Observation | 'none', Observation | null> = {
  none: 'observed',
  observed: 'partial',
  partial: 'notObserved',
  notObserved: null,
  notEvaluated: null,
}

/** What an item is made of (flow, tone, volume…), each marked by touching it. */
export function ObservableChips({ item }: { item: Grid['delivery']['items'][number] }) {
  const { t } = useTranslation(['oral', 'domain'])
  const { draft, record, writable } = useOralWork()
  return (
    <fieldset className={styles['chips']} aria-label={`${item.title} : ${t('oral:delivery.observables')}`}>
      {item.observables.map((detail) => {
        const value = draft.details[item.target]?.[detail] ?? null
        return (
          <button
            key={detail}
            type="button"
            className={styles['chip']}
            data-value={value ?? undefined}
            disabled={!writable}
            onClick={() => void record({ kind: 'detail', target: item.target, detail, value: NEXT[value ?? 'none'] })}
          >
            {value !== null && <ObservationIcon value={value} size={16} />}
            {detail}
            {value !== null && <span className={styles['chipWord']}>{t(`domain:observation.${value}`)}</span>}
          </button>
        )
      })}
    </fieldset>
  )
}
