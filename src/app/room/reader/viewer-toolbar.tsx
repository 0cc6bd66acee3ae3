import {
  IconArrowAutofitHeight,
  IconArrowAutofitWidth,
  IconBookmark,
  IconBookmarkFilled,
  IconBookmarks,
  IconChevronLeft,
  IconChevronRight,
  IconLayoutSidebar,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PageField } from './page-field.tsx'
import { ToolButton } from './tool-button.tsx'
import styles from './viewer-toolbar.module.css'

/** What stands beside the page. */
export type SidePanel = 'pages' | 'search' | 'bookmarks'

interface ViewerToolbarProps {
  page: number
  pageCount: number
  /** Percent of true size shown now, or null before the first page is painted. */
  percent: number | null
  fitsWidth: boolean
  bookmarked: boolean
  canBookmark: boolean
  panel: SidePanel | null
  onPage: (page: number) => void
  onZoom: (direction: 1 | -1) => void
  onFit: (fit: 'fitWidth' | 'fitPage') => void
  onBookmark: () => void
  onPanel: (panel: SidePanel) => void
}

const ICON = { size: 22, stroke: 1.75, 'aria-hidden': true } as const

/** Everything one does with the PDF, in one row that wraps. */
export function ViewerToolbar(props: ViewerToolbarProps) {
  const { page, pageCount, percent, fitsWidth, bookmarked, canBookmark, panel, onPage, onZoom, onFit, onBookmark, onPanel } = props
  const { t } = useTranslation('reader')
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={t('viewer.toolbar')}>
      <div className={styles['group']}>
        <ToolButton label={t('viewer.pages')} expanded={panel === 'pages'} onClick={() => onPanel('pages')}>
          <IconLayoutSidebar {...ICON} />
        </ToolButton>
        <ToolButton label={t('viewer.search')} expanded={panel === 'search'} onClick={() => onPanel('search')}>
          <IconSearch {...ICON} />
        </ToolButton>
      </div>
      <div className={styles['group']}>
        <ToolButton label={t('viewer.previousPage')} disabled={page <= 1} onClick={() => onPage(page - 1)}>
          <IconChevronLeft {...ICON} />
        </ToolButton>
        <PageField page={page} pageCount={pageCount} onPage={onPage} />
        <ToolButton label={t('viewer.nextPage')} disabled={page >= pageCount} onClick={() => onPage(page + 1)}>
          <IconChevronRight {...ICON} />
        </ToolButton>
      </div>
      <div className={styles['group']}>
        <ToolButton label={t('viewer.zoomOut')} onClick={() => onZoom(-1)}>
          <IconZoomOut {...ICON} />
        </ToolButton>
        <output className={`${styles['percent']} cdj-figures`} aria-label={t('viewer.zoom')}>
          {percent === null ? '' : t('viewer.percent', { percent })}
        </output>
        <ToolButton label={t('viewer.zoomIn')} onClick={() => onZoom(1)}>
          <IconZoomIn {...ICON} />
        </ToolButton>
        <ToolButton
          label={fitsWidth ? t('viewer.fitPage') : t('viewer.fitWidth')}
          onClick={() => onFit(fitsWidth ? 'fitPage' : 'fitWidth')}
        >
          {fitsWidth ? <IconArrowAutofitHeight {...ICON} /> : <IconArrowAutofitWidth {...ICON} />}
        </ToolButton>
      </div>
      <div className={styles['group']}>
        <ToolButton
          label={bookmarked ? t('bookmarks.remove', { page }) : t('bookmarks.add', { page })}
          pressed={bookmarked}
          disabled={!canBookmark}
          onClick={onBookmark}
        >
          {bookmarked ? <IconBookmarkFilled {...ICON} /> : <IconBookmark {...ICON} />}
        </ToolButton>
        <ToolButton label={t('bookmarks.title')} expanded={panel === 'bookmarks'} onClick={() => onPanel('bookmarks')}>
          <IconBookmarks {...ICON} />
        </ToolButton>
      </div>
    </div>
  )
}
