import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './search-panel.module.css'
import { ToolButton } from './tool-button.tsx'
import type { TextSearch } from './use-text-search.ts'

interface SearchPanelProps {
  search: TextSearch
  pageCount: number
  onClose: () => void
}

/** Finds words in the whole PDF: Enter goes to the next place, Shift+Enter to the one before, Escape closes. */
export function SearchPanel({ search, pageCount, onClose }: SearchPanelProps) {
  const { t } = useTranslation('reader')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const { query, hits, current, indexedPages } = search

  useEffect(() => field.current?.focus(), [])

  const step = (direction: 1 | -1) => {
    if (hits.length === 0) return
    search.setCurrent(current < 0 ? (direction === 1 ? 0 : hits.length - 1) : (current + direction + hits.length) % hits.length)
  }

  return (
    <form
      aria-label={t('viewer.search')}
      className={styles['panel']}
      onSubmit={(event) => {
        event.preventDefault()
        step(1)
      }}
    >
      <label htmlFor={id} className={styles['label']}>
        {t('search.label')}
      </label>
      <div className={styles['row']}>
        <input
          ref={field}
          id={id}
          type="search"
          className={styles['field']}
          value={query}
          autoComplete="off"
          onChange={(event) => search.setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.shiftKey) {
              event.preventDefault()
              step(-1)
            }
            if (event.key === 'Escape') onClose()
          }}
        />
        <ToolButton label={t('search.previous')} disabled={hits.length === 0} onClick={() => step(-1)}>
          <IconChevronUp size={22} aria-hidden />
        </ToolButton>
        <ToolButton label={t('search.next')} disabled={hits.length === 0} onClick={() => step(1)}>
          <IconChevronDown size={22} aria-hidden />
        </ToolButton>
      </div>
      <SearchStatus search={search} pageCount={pageCount} />
      <ol className={styles['hits']}>
        {hits.map((hit, index) => (
          <li key={`${hit.page}-${hit.start}`}>
            <button
              type="button"
              className={styles['hit']}
              aria-current={index === current ? 'true' : undefined}
              onClick={() => search.setCurrent(index)}
            >
              <span className={`${styles['page']} cdj-figures`}>{t('page.chip', { page: hit.page })}</span>
              <span>
                {hit.before}
                <mark>{hit.match}</mark>
                {hit.after}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {query.trim() !== '' && indexedPages < pageCount && (
        <p className={styles['status']}>{t('search.reading', { indexedPages, pageCount })}</p>
      )}
    </form>
  )
}

function SearchStatus({ search, pageCount }: { search: TextSearch; pageCount: number }) {
  const { t } = useTranslation('reader')
  const { query, hits, current, indexedPages, pagesWithoutWords } = search
  if (query.trim() === '') return null
  const done = indexedPages >= pageCount
  return (
    <div className={styles['status']} role="status">
      {hits.length > 0 &&
        (current < 0 ? t('search.found', { count: hits.length }) : t('search.place', { place: current + 1, total: hits.length }))}
      {hits.length === 0 && done && t('search.nothing')}
      {done && pagesWithoutWords > 0 && <p>{t('search.pictures', { count: pagesWithoutWords })}</p>}
    </div>
  )
}
