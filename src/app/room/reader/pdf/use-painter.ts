import { useEffect, useState } from 'react'
import { PagePainter } from './page-painter.ts'
import type { PdfDocument } from './pdf-document.ts'

/** A painter that lives as long as its document is shown; null before the first effect. */
export function usePainter(document: PdfDocument): PagePainter | null {
  const [painter, setPainter] = useState<PagePainter | null>(null)
  useEffect(() => {
    const next = new PagePainter(document, reportError)
    setPainter(next)
    return () => {
      setPainter(null)
      next.close()
    }
  }, [document])
  return painter
}
