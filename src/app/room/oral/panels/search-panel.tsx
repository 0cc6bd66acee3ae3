import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOralWork } from '../oral-work.ts'
import { placeIds, usePlaces } from '../places.tsx'
import { findInGrid, type GridHit } from './find-in-grid.ts'
import styles from './panels.module.css'
import { SidePanel } from './side-panel.tsx'

/** Jumps to a section by its number, or to whatever carries a word. Enter takes the first answer. */
export function SearchPanel() {
  const { t } = useTranslation('oral')
  const { subject } = useOralWork()
  const { go, closePanel } = usePlaces()
  const [query, setQuery] = useState('')
  const fieldRef = useRef<HTMLInputElement>(null)
  useEffect(() => fieldRef.current?.focus({ preventScroll: true }), [])
  const hits = findInGrid(subject.grid, query)
  const jump = (hit: GridHit) => {
    closePanel()
    go(
      { kind: 'section', sectionId: hit.sectionId },
      hit.indicatorId === null ? placeIds.section(hit.sectionId) : placeIds.row(hit.indicatorId),
    )
  }
  return (
    <SidePanel title={t('toolbar.search')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const first = hits[0]
          if (first) jump(first)
        }}
      >
        <TextInput
          ref={fieldRef}
          size="md"
          type="search"
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </form>
      <p role="status" className={styles['lead']}>
        {query.trim() !== '' && (hits.length === 0 ? t('search.none') : t('search.results', { count: hits.length }))}
      </p>
      <ul className={styles['hits']}>
        {hits.map((hit) => (
          <li key={hit.indicatorId ?? hit.sectionId}>
            <button type="button" className={styles['hit']} onClick={() => jump(hit)}>
              <strong>{hit.sectionId}</strong> {hit.label}
            </button>
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}
