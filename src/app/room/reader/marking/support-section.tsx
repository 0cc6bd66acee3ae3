import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftState } from '#domain/draft.ts'
import type { Observation } from '#domain/entry.ts'
import type { GridSection } from '#domain/grid.ts'
import styles from './grid-panel.module.css'
import { markableAtOnce, sectionCount } from './mark-filter.ts'
import { SupportRow } from './support-row.tsx'

interface SupportSectionProps {
  /** What is shown, perhaps filtered. */
  section: GridSection
  /** The whole section, for its count. */
  whole: GridSection
  marks: DraftState['marks']
  pendingTargets: ReadonlySet<string>
  oralOnly: ReadonlySet<string>
  disabled: boolean
  open: boolean
  onToggle: (sectionId: string) => void
  onMark: (targets: readonly string[], value: Observation | null) => void
  onPage: (page: number) => void
}

/** One competence: a line with its count, which opens on its criteria. */
export const SupportSection = memo(function SupportSection(props: SupportSectionProps) {
  const { section, whole, marks, pendingTargets, oralOnly, disabled, open, onToggle, onMark, onPage } = props
  const { t } = useTranslation('reader')
  const { marked, total } = sectionCount(whole, marks)
  const Chevron = open ? IconChevronDown : IconChevronRight
  const bodyId = `support-section-${section.id}`
  return (
    <section className={styles['section']}>
      <h2 className={styles['sectionTitle']}>
        <button type="button" className={styles['toggle']} aria-expanded={open} aria-controls={bodyId} onClick={() => onToggle(section.id)}>
          <Chevron size={20} aria-hidden />
          <span className={styles['sectionId']}>{section.id}</span>
          <span className={styles['sectionName']}>{section.title}</span>
          <span className={`${styles['count']} cdj-figures`} data-done={marked === total || undefined}>
            <span aria-hidden>{t('grid.count', { marked, total })}</span>
            <span className="cdj-visually-hidden">{t('grid.countSpoken', { marked, total })}</span>
          </span>
        </button>
      </h2>
      <div id={bodyId} hidden={!open}>
        {open &&
          section.criteria.map((criterion) => {
            const targets = markableAtOnce(criterion, marks, oralOnly)
            return (
              <section key={criterion.id} className={styles['criterion']} aria-label={criterion.title}>
                <div className={styles['criterionHead']}>
                  <h3>{criterion.title}</h3>
                  <button
                    type="button"
                    className={styles['all']}
                    disabled={disabled || targets.length === 0}
                    aria-label={t('grid.markAllOf', { title: criterion.title })}
                    onClick={() =>
                      onMark(
                        targets.map((indicator) => indicator.id),
                        'observed',
                      )
                    }
                  >
                    {t('grid.markAll')}
                  </button>
                </div>
                <ul className={styles['rows']}>
                  {criterion.indicators.map((indicator) => (
                    <SupportRow
                      key={indicator.id}
                      indicator={indicator}
                      value={marks[indicator.id]?.value ?? null}
                      page={marks[indicator.id]?.page ?? null}
                      pending={pendingTargets.has(indicator.id)}
                      disabled={disabled}
                      oralOnly={oralOnly.has(indicator.id)}
                      onMark={onMark}
                      onPage={onPage}
                    />
                  ))}
                </ul>
              </section>
            )
          })}
      </div>
    </section>
  )
})
