import { useTranslation } from 'react-i18next'
import type { Grid } from '#domain/grid.ts'
import { sectionIndicators } from '#domain/grid.ts'
import { MarkControl } from '../marking/mark-control.tsx'
import { useMarking } from '../marking/use-marking.ts'
import { useOralWork } from '../oral-work.ts'
import { TimeEvidence } from '../timer/time-evidence.tsx'
import { ObservableChips } from './observable-chips.tsx'
import styles from './panels.module.css'
import { SidePanel } from './side-panel.tsx'

/** The delivery checklist, one gesture away from anywhere; says for whom it counts. */
export function DeliveryPanel() {
  const { t } = useTranslation('oral')
  const { subject, draft, pendingTargets, writable } = useOralWork()
  const { markOne } = useMarking()
  const { grid } = subject
  return (
    <SidePanel title={t('delivery.title')}>
      <p className={styles['lead']}>
        {grid.delivery.counted ? t('delivery.counted', { section: countedSections(grid) }) : t('delivery.formative')}
      </p>
      <ul className={styles['items']}>
        {grid.delivery.items.map((item) => (
          <li key={item.id} className={styles['item']}>
            <strong>{item.title}</strong>
            {item.timed && <TimeEvidence />}
            <MarkControl
              name={item.title}
              kind="one"
              value={draft.marks[item.target]?.value ?? null}
              pending={pendingTargets.has(item.target)}
              disabled={!writable}
              onMark={(value) => markOne(item.target, value === draft.marks[item.target]?.value ? null : value)}
            />
            {item.observables.length > 1 && <ObservableChips item={item} />}
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}

/** The sections whose indicators the checklist marks, e.g. `C4`. */
function countedSections(grid: Grid): string {
  const targets = new Set(grid.delivery.items.map((item) => item.target))
  return grid.sections
    .filter((section) => sectionIndicators(section).some((indicator) => targets.has(indicator.id)))
    .map((section) => section.id)
    .join(', ')
}
