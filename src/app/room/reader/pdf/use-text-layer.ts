import { type RefObject, useEffect, useState } from 'react'
import type { PdfDocument, TextLayer } from './pdf-document.ts'

/** Words are laid once the reader stays on a page: turning through pages stays light. */
const LAY_TEXT_DELAY_MS = 120

/** Lays a page's words into `container` at `scale` CSS pixels per point; null until they are laid. */
export function useTextLayer(
  document: PdfDocument,
  page: number,
  scale: number,
  container: RefObject<HTMLElement | null>,
): TextLayer | null {
  const [layer, setLayer] = useState<TextLayer | null>(null)

  useEffect(() => {
    const element = container.current
    if (!element) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      document.layText(page, element, scale, abort.signal).then(setLayer, (cause: unknown) => {
        if (!abort.signal.aborted) reportError(cause)
      })
    }, LAY_TEXT_DELAY_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
      setLayer(null)
      element.replaceChildren()
    }
  }, [document, page, scale, container])

  return layer
}
