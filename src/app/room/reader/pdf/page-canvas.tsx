import { type CSSProperties, useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../search-text.ts'
import { elementOf, showPassages } from './highlight.ts'
import styles from './page-canvas.module.css'
import type { PaintedPage } from './page-painter.ts'
import type { PdfDocument } from './pdf-document.ts'
import { useTextLayer } from './use-text-layer.ts'

interface PageCanvasProps {
  document: PdfDocument
  picture: PaintedPage
  /** Passages found on this page. */
  hits: readonly SearchHit[]
  currentHit: SearchHit | null
}

/** A painted page with its words laid over the picture. */
export function PageCanvas({ document, picture, hits, currentHit }: PageCanvasProps) {
  const { t } = useTranslation('reader')
  const host = useRef<HTMLDivElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const { page, canvas, width, height, scale } = picture
  const layer = useTextLayer(document, page, scale, words)

  useLayoutEffect(() => {
    host.current?.replaceChildren(canvas)
  }, [canvas])

  useEffect(() => (layer ? showPassages(layer, hits, currentHit) : undefined), [layer, hits, currentHit])

  useEffect(() => {
    if (layer && currentHit) elementOf(layer, currentHit)?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }, [layer, currentHit])

  // pdf.js sizes the words from this variable.
  const scaleStyle = { '--total-scale-factor': scale } as CSSProperties

  return (
    <section className={styles['page']} style={{ width, height }} aria-label={t('viewer.page', { page })}>
      <div ref={host} className={styles['picture']} aria-hidden />
      <div ref={words} className={styles['words']} style={scaleStyle} />
      {layer?.pageText.text.trim() === '' && <p className="cdj-visually-hidden">{t('viewer.noWords')}</p>}
    </section>
  )
}
