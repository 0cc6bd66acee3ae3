import { Loader } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './page-area.module.css'
import { PageCanvas } from './pdf/page-canvas.tsx'
import type { PagePainter } from './pdf/page-painter.ts'
import { cssScale, factorOf, type Zoom } from './pdf/page-scale.ts'
import type { PdfDocument } from './pdf/pdf-document.ts'
import { useElementBox } from './pdf/use-element-box.ts'
import type { SearchHit } from './search-text.ts'
import { useSwipe } from './use-swipe.ts'

/** White around the page, in CSS pixels on each side. */
const MARGIN = 12
/** A view that changes size by the second, while the border is dragged, is painted once it rests. */
const RESIZE_REST_MS = 150
/** A scrolling area must take the keyboard (WCAG 2.1.1). */
const KEYBOARD_STOP = { tabIndex: 0 } as const

interface PageAreaProps {
  document: PdfDocument
  painter: PagePainter
  page: number
  zoom: Zoom
  hits: readonly SearchHit[]
  currentHit: SearchHit | null
  onSwipe: (direction: 1 | -1) => void
  /** Tells the factor of true size shown. */
  onFactor: (factor: number) => void
}

/** The page in view, in an area that scrolls and takes the keyboard. */
export function PageArea({ document, painter, page, zoom, hits, currentHit, onSwipe, onFactor }: PageAreaProps) {
  const { t } = useTranslation('reader')
  const area = useRef<HTMLDivElement>(null)
  const [measure, outerBox] = useElementBox()
  const [restedBox] = useDebouncedValue(outerBox, RESIZE_REST_MS, { leading: true })
  const picture = useSyncExternalStore(painter.subscribe, () => painter.picture(page))
  const broken = useSyncExternalStore(painter.subscribe, () => painter.isBroken(page))
  const swipe = useSwipe(onSwipe)

  useLayoutEffect(() => {
    if (restedBox) painter.look({ page, zoom, box: inside(restedBox), devicePixelRatio: window.devicePixelRatio })
  }, [painter, page, zoom, restedBox])

  useLayoutEffect(() => {
    if (!area.current || page < 1) return
    area.current.scrollTop = 0
    area.current.scrollLeft = 0
  }, [page])

  // A picture painted for another size is stretched to this one until its own arrives.
  const size = picture && { width: picture.width / picture.scale, height: picture.height / picture.scale }
  const scale = size && outerBox ? cssScale(zoom, size, inside(outerBox)) : null
  const shown = picture && size && scale ? { ...picture, scale, width: size.width * scale, height: size.height * scale } : null

  useEffect(() => {
    if (scale !== null) onFactor(factorOf(scale))
  }, [scale, onFactor])

  return (
    <div
      ref={(element) => {
        area.current = element
        return measure(element)
      }}
      className={styles['area']}
      data-page-area
      role="document"
      aria-label={t('viewer.area')}
      {...KEYBOARD_STOP}
      {...swipe}
    >
      {shown && <PageCanvas document={document} picture={shown} hits={hits} currentHit={currentHit} />}
      {!shown && !broken && <Loader className={styles['waiting'] ?? ''} aria-label={t('viewer.painting', { page })} />}
      {!shown && broken && <p className={styles['waiting']}>{t('viewer.broken', { page })}</p>}
    </div>
  )
}

function inside(box: { width: number; height: number }) {
  return { width: Math.max(50, box.width - 2 * MARGIN), height: Math.max(50, box.height - 2 * MARGIN) }
}
