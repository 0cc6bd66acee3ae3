import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../../desk.module.css'
import own from '../prepare.module.css'
import { type CardActs, type CardOral, OralCard } from './oral-card.tsx'

/** A long list is searched, not scrolled. */
const MAX_SHOWN = 40

interface ToPlaceListProps {
  orals: readonly CardOral[]
  acts: CardActs
}

/** The orals that have no place yet. */
export function ToPlaceList({ orals, acts }: ToPlaceListProps) {
  const { t } = useTranslation('prepare')
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLocaleLowerCase('fr')
  const found = orals.filter(({ name, part }) => `${name} ${part}`.toLocaleLowerCase('fr').includes(wanted))
  return (
    <section className={own['toPlace']} aria-labelledby="to-place-title">
      <strong id="to-place-title">
        {t('planning.toPlace')} ({orals.length})
      </strong>
      {orals.length === 0 ? (
        <p className={styles['plain']}>{t('planning.toPlaceNone')}</p>
      ) : (
        <TextInput label={t('planning.search')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
      )}
      {found.slice(0, MAX_SHOWN).map((oral) => (
        <div key={oral.id}>
          <OralCard oral={oral} acts={acts} />
        </div>
      ))}
      {found.length > MAX_SHOWN && <span className={styles['soft']}>{t('planning.more', { count: found.length - MAX_SHOWN })}</span>}
    </section>
  )
}
