import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BookmarkList } from './bookmark-list.tsx'
import { PageArea } from './page-area.tsx'
import { PageList } from './page-list.tsx'
import { clampPage, steppedZoom, type Zoom } from './pdf/page-scale.ts'
import type { PdfDocument } from './pdf/pdf-document.ts'
import { usePainter } from './pdf/use-painter.ts'
import styles from './pdf-viewer.module.css'
import type { ReaderAction } from './reader-keys.ts'
import { SearchPanel } from './search-panel.tsx'
import { useReaderKeys } from './use-reader-keys.ts'
import { useTextSearch } from './use-text-search.ts'
import { type SidePanel, ViewerToolbar } from './viewer-toolbar.tsx'

interface PdfViewerProps {
  document: PdfDocument
  page: number
  onPage: (page: number) => void
  /** Pages with a bookmark, in order. */
  bookmarked: readonly number[]
  canBookmark: boolean
  onBookmark: (page: number) => void
  /** False while another tab hides it: keys then belong to that tab. */
  visible: boolean
}

/** The PDF with its tools. */
export function PdfViewer({ document, page, onPage, bookmarked, canBookmark, onBookmark, visible }: PdfViewerProps) {
  const { t } = useTranslation('reader')
  const { pageCount } = document
  const painter = usePainter(document)
  const root = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState<Zoom>({ kind: 'fitWidth' })
  const [factor, setFactor] = useState<number | null>(null)
  const [panel, setPanel] = useState<SidePanel | null>(null)
  const search = useTextSearch(document, (hit) => onPage(hit.page))
  const searching = panel === 'search'
  const hitsHere = useMemo(() => (searching ? search.hits.filter((hit) => hit.page === page) : []), [searching, search.hits, page])
  const current = searching ? (search.hits[search.current] ?? null) : null

  const goTo = useCallback((wanted: number) => onPage(clampPage(wanted, pageCount)), [onPage, pageCount])
  const step = (direction: 1 | -1) => {
    const next = factor === null ? null : steppedZoom(factor, direction)
    if (next) setZoom(next)
  }
  const focusPage = () => root.current?.querySelector<HTMLElement>('[data-page-area]')?.focus({ preventScroll: true })
  const closePanel = () => {
    setPanel(null)
    focusPage()
  }
  const act = (action: ReaderAction) => {
    const acts: Record<ReaderAction, () => void> = {
      nextPage: () => goTo(page + 1),
      previousPage: () => goTo(page - 1),
      firstPage: () => goTo(1),
      lastPage: () => goTo(pageCount),
      search: () => (searching ? root.current?.querySelector<HTMLElement>('input[type="search"]')?.focus() : setPanel('search')),
      zoomIn: () => step(1),
      zoomOut: () => step(-1),
      fitWidth: () => setZoom({ kind: 'fitWidth' }),
      bookmark: () => canBookmark && onBookmark(page),
    }
    acts[action]()
  }
  useReaderKeys(visible, act)

  return (
    <div ref={root} className={styles['viewer']}>
      <ViewerToolbar
        page={page}
        pageCount={pageCount}
        percent={factor === null ? null : Math.round(factor * 100)}
        fitsWidth={zoom.kind === 'fitWidth'}
        bookmarked={bookmarked.includes(page)}
        canBookmark={canBookmark}
        panel={panel}
        onPage={goTo}
        onZoom={step}
        onFit={(kind) => setZoom({ kind })}
        onBookmark={() => onBookmark(page)}
        onPanel={(next) => setPanel(panel === next ? null : next)}
      />
      <p className="cdj-visually-hidden" role="status">
        {t('viewer.place', { page, pageCount })}
      </p>
      <div className={styles['body']}>
        {panel && painter && (
          <div className={styles['side']} data-panel={panel}>
            {panel === 'pages' && <PageList painter={painter} pageCount={pageCount} page={page} bookmarked={bookmarked} onPage={goTo} />}
            {panel === 'search' && <SearchPanel search={search} pageCount={pageCount} onClose={closePanel} />}
            {panel === 'bookmarks' && <BookmarkList pages={bookmarked} currentPage={page} onPage={goTo} />}
          </div>
        )}
        {painter && (
          <PageArea
            document={document}
            painter={painter}
            page={page}
            zoom={zoom}
            hits={hitsHere}
            currentHit={current?.page === page ? current : null}
            onSwipe={(direction) => goTo(page + direction)}
            onFactor={setFactor}
          />
        )}
      </div>
    </div>
  )
}
