import { useTranslation } from 'react-i18next'
import { SectionState } from '../marking/section-state.tsx'
import { useOralWork } from '../oral-work.ts'
import { placeIds, usePlaces } from '../places.tsx'
import styles from './synthesis.module.css'

/** Every section's verdict, each one touch from its section. */
export function VerdictSummary() {
  const { t } = useTranslation('oral')
  const { subject } = useOralWork()
  const { go } = usePlaces()
  return (
    <ul className={styles['verdicts']} aria-label={t('verdict.title')}>
      {subject.grid.sections.map((section) => (
        <li key={section.id}>
          <button
            type="button"
            className={styles['verdictLine']}
            onClick={() => go({ kind: 'section', sectionId: section.id }, placeIds.section(section.id))}
          >
            <strong>{section.id}</strong>
            <span className={styles['verdictTitle']}>{section.title}</span>
            <SectionState section={section} />
          </button>
        </li>
      ))}
    </ul>
  )
}
