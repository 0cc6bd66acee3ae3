import { useEffect, useMemo, useState } from 'react'
import type { PdfDocument } from './pdf/pdf-document.ts'
import { type IndexedPage, indexPage, type SearchHit, searchPages } from './search-text.ts'

export interface TextSearch {
  query: string
  setQuery: (query: string) => void
  hits: readonly SearchHit[]
  /** Place in `hits`, or -1. */
  current: number
  setCurrent: (current: number) => void
  /** Pages read so far; searching is over when it reaches the PDF's pages. */
  indexedPages: number
  /** Pages without any word: pictures, which no search can read. */
  pagesWithoutWords: number
}

/** Searches the PDF's words. Pages are read once, in order, from the moment somebody searches. */
export function useTextSearch(document: PdfDocument, onFound: (hit: SearchHit) => void): TextSearch {
  const [pages, setPages] = useState<readonly IndexedPage[]>([])
  const [query, setQueryText] = useState('')
  const [current, setCurrentIndex] = useState(-1)
  const wanted = query.trim() !== ''
  const hits = useMemo(() => searchPages(pages, query), [pages, query])

  useEffect(() => {
    if (!wanted) return
    let left = false
    const read = async () => {
      const index: IndexedPage[] = []
      for (let page = 1; page <= document.pageCount && !left; page += 1) {
        index.push(indexPage(await document.text(page)))
        if (!left) setPages([...index])
      }
    }
    read().catch((cause: unknown) => {
      if (!left) reportError(cause)
    })
    return () => {
      left = true
    }
  }, [document, wanted])

  return {
    query,
    setQuery: (next) => {
      setQueryText(next)
      setCurrentIndex(-1)
    },
    hits,
    current,
    setCurrent: (next) => {
      const hit = hits[next]
      setCurrentIndex(hit ? next : -1)
      if (hit) onFound(hit)
    },
    indexedPages: pages.length,
    pagesWithoutWords: pages.filter((page) => page.content.folded === '').length,
  }
}
