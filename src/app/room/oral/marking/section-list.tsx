import { useTranslation } from 'react-i18next'
import { useOralWork } from '../oral-work.ts'
import { usePlaces } from '../places.tsx'
import styles from './marking.module.css'
import { SectionItem } from './section-item.tsx'
import { useRowKeys } from './use-row-keys.ts'

/** The grid: one section open, the others one line each. */
export function SectionList() {
  const { t } = useTranslation('oral')
  const { subject } = useOralWork()
  const { place } = usePlaces()
  const onKeyDown = useRowKeys()
  const openId = place.kind === 'section' ? place.sectionId : null
  return (
    <section aria-labelledby="marking-title" className={styles['list']} onKeyDown={onKeyDown}>
      <h2 id="marking-title" className="cdj-visually-hidden">
        {t('marking.title')}
      </h2>
      {subject.grid.sections.map((section) => (
        <SectionItem key={section.id} section={section} open={section.id === openId} />
      ))}
    </section>
  )
}
