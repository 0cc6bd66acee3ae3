import { IconDoorEnter, IconFlagCheck, IconStar } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type GridSection, sectionIndicators } from '#domain/grid.ts'
import { useFocusSections } from './marking/use-focus-sections.ts'
import { VerdictIcon } from './marking/verdict-icon.tsx'
import { useOralWork } from './oral-work.ts'
import styles from './place-index.module.css'
import { type Place, placeIds, usePlaces } from './places.tsx'

/** Every part of the sheet, one touch away, with what remains in it. */
export function PlaceIndex() {
  const { t } = useTranslation('oral')
  const { subject } = useOralWork()
  const focus = useFocusSections()
  return (
    <nav aria-label={t('places.label')} className={styles['index']}>
      <PlaceButton place={{ kind: 'welcome' }} focusId={placeIds.welcome} name={t('places.welcome')}>
        <IconDoorEnter size={20} aria-hidden />
        <span className={styles['word']}>{t('places.welcome')}</span>
      </PlaceButton>
      {subject.grid.sections.map((section) => (
        <SectionButton key={section.id} section={section} inFocus={focus.includes(section.id)} />
      ))}
      <PlaceButton place={{ kind: 'synthesis' }} focusId={placeIds.synthesis} name={t('places.synthesis')}>
        <IconFlagCheck size={20} aria-hidden />
        <span className={styles['word']}>{t('places.synthesis')}</span>
      </PlaceButton>
    </nav>
  )
}

function SectionButton({ section, inFocus }: { section: GridSection; inFocus: boolean }) {
  const { t } = useTranslation(['oral', 'domain'])
  const { draft } = useOralWork()
  const given = draft.verdicts[section.id]
  const remaining = sectionIndicators(section).filter((indicator) => draft.marks[indicator.id] === undefined).length
  const state = given
    ? t(`domain:verdict.${given.verdict}`)
    : remaining > 0
      ? t('oral:places.remaining', { count: remaining })
      : t('oral:places.withoutVerdict')
  const name = [`${section.id} ${section.title}`, state, ...(inFocus ? [t('oral:places.focus')] : [])].join(', ')
  return (
    <PlaceButton
      place={{ kind: 'section', sectionId: section.id }}
      focusId={placeIds.section(section.id)}
      name={name}
      {...(given ? { done: given.verdict } : {})}
    >
      <strong>
        {section.id}
        {inFocus && <IconStar size={14} aria-hidden />}
      </strong>
      {given ? <VerdictIcon verdict={given.verdict} size={18} /> : <span className="cdj-figures">{remaining}</span>}
    </PlaceButton>
  )
}

interface PlaceButtonProps {
  place: Place
  focusId: string
  name: string
  done?: string
  children: ReactNode
}

function PlaceButton({ place, focusId, name, done, children }: PlaceButtonProps) {
  const { place: current, go } = usePlaces()
  const isCurrent =
    current.kind === place.kind && (place.kind !== 'section' || (current.kind === 'section' && current.sectionId === place.sectionId))
  return (
    <button
      type="button"
      className={styles['place']}
      aria-label={name}
      aria-current={isCurrent ? 'step' : undefined}
      data-done={done}
      title={name}
      onClick={() => go(place, focusId)}
    >
      {children}
    </button>
  )
}
