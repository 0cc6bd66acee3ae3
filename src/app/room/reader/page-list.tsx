import { IconBookmarkFilled } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './page-list.module.css'
import type { PagePainter } from './pdf/page-painter.ts'

const THUMBNAIL_WIDTH = 112

interface PageListProps {
  painter: PagePainter
  pageCount: number
  page: number
  bookmarked: readonly number[]
  onPage: (page: number) => void
}

/** Small pictures of the pages, painted when they come into view. */
export function PageList({ painter, pageCount, page, bookmarked, onPage }: PageListProps) {
  const { t } = useTranslation('reader')
  return (
    <ol className={styles['list']} aria-label={t('viewer.pages')}>
      {Array.from({ length: pageCount }, (_, index) => index + 1).map((number) => (
        <PageListItem
          key={number}
          painter={painter}
          number={number}
          current={number === page}
          bookmarked={bookmarked.includes(number)}
          onPage={onPage}
        />
      ))}
    </ol>
  )
}

interface PageListItemProps {
  painter: PagePainter
  number: number
  current: boolean
  bookmarked: boolean
  onPage: (page: number) => void
}

function PageListItem({ painter, number, current, bookmarked, onPage }: PageListItemProps) {
  const { t } = useTranslation('reader')
  const frame = useRef<HTMLSpanElement>(null)
  const item = useRef<HTMLLIElement>(null)
  const seen = useSeen(item)

  useEffect(() => {
    if (!seen) return
    const abort = new AbortController()
    painter.thumbnail(number, THUMBNAIL_WIDTH, abort.signal).then(
      (canvas) => frame.current?.replaceChildren(canvas),
      (cause: unknown) => {
        if (!abort.signal.aborted) reportError(cause)
      },
    )
    return () => abort.abort()
  }, [painter, number, seen])

  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' })
  }, [current])

  return (
    <li ref={item}>
      <button
        type="button"
        className={styles['item']}
        aria-current={current ? 'page' : undefined}
        aria-label={bookmarked ? t('viewer.pageWithBookmark', { page: number }) : t('viewer.page', { page: number })}
        onClick={() => onPage(number)}
      >
        <span ref={frame} className={styles['frame']} aria-hidden />
        <span className="cdj-figures">{number}</span>
        {bookmarked && <IconBookmarkFilled size={18} aria-hidden className={styles['bookmark']} />}
      </button>
    </li>
  )
}

/** True once the element came near the visible part of its list. */
function useSeen(element: React.RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const target = element.current
    if (!target) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        setSeen(true)
        observer.disconnect()
      },
      { rootMargin: '200px' },
    )
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return seen
}
