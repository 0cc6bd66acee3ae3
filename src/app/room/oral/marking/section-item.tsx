import { IconChevronDown, IconChevronRight, IconMessage, IconStar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type GridSection, sectionIndicators } from '#domain/grid.ts'
import { useOralWork } from '../oral-work.ts'
import { placeIds, usePlaces } from '../places.tsx'
import { CriterionBlock } from './criterion-block.tsx'
import { MarkControl } from './mark-control.tsx'
import styles from './marking.module.css'
import { Scenario } from './scenario.tsx'
import { SectionState } from './section-state.tsx'
import { SectionVerdict } from './section-verdict.tsx'
import { useFocusSections } from './use-focus-sections.ts'
import { useMarking } from './use-marking.ts'

/** One section: a line while closed; open, its criteria and, always in sight at the bottom, its verdict. */
export function SectionItem({ section, open }: { section: GridSection; open: boolean }) {
  const { t } = useTranslation('oral')
  const { go } = usePlaces()
  const inFocus = useFocusSections().includes(section.id)
  const id = placeIds.section(section.id)
  const toggle = () => go({ kind: 'section', sectionId: open ? null : section.id }, id)
  return (
    <section aria-labelledby={id} className={styles['section']} data-open={open || undefined}>
      <h3 className={styles['sectionHead']}>
        <button type="button" id={id} className={styles['sectionToggle']} aria-expanded={open} onClick={toggle}>
          {open ? <IconChevronDown size={20} aria-hidden /> : <IconChevronRight size={20} aria-hidden />}
          <span className={styles['sectionId']}>{section.id}</span>
          <span className={styles['sectionTitle']}>{section.title}</span>
          {inFocus && (
            <span className={styles['focusMark']} title={t('places.focus')}>
              <IconStar size={18} aria-hidden />
              <span className="cdj-visually-hidden">{t('places.focus')}</span>
            </span>
          )}
          <SectionState section={section} />
        </button>
      </h3>
      {open && <OpenSection section={section} inFocus={inFocus} />}
    </section>
  )
}

function OpenSection({ section, inFocus }: { section: GridSection; inFocus: boolean }) {
  const { t } = useTranslation('oral')
  const { draft, writable } = useOralWork()
  const { openPanel } = usePlaces()
  const { markAll } = useMarking()
  const unmarked = sectionIndicators(section).filter((indicator) => draft.marks[indicator.id] === undefined)
  const noteCount = draft.notes.filter((note) => note.targetId === section.id).length
  return (
    <div className={styles['sectionBody']}>
      {inFocus && <Scenario />}
      <div className={styles['sectionWhole']} data-rest>
        <p className={styles['purpose']}>{section.purpose !== undefined && t('marking.purpose', { purpose: section.purpose })}</p>
        <button type="button" className={styles['noteButton']} onClick={() => openPanel('notes', section.id)}>
          <IconMessage size={20} aria-hidden />
          <span className="cdj-visually-hidden">{t('marking.note', { target: section.id })}</span>
          {noteCount > 0 && <span className="cdj-figures">{noteCount}</span>}
        </button>
        <span className={styles['whole']} aria-hidden>
          {t('marking.rest')}
        </span>
        <MarkControl
          name={t('marking.restOf', { id: section.id })}
          value={null}
          disabled={!writable || unmarked.length === 0}
          kind="whole"
          onMark={(value) => markAll(unmarked, value)}
        />
      </div>
      {section.criteria.map((criterion) => (
        <CriterionBlock key={criterion.id} criterion={criterion} />
      ))}
      <SectionVerdict section={section} />
    </div>
  )
}
