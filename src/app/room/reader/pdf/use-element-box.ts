import { type RefCallback, useCallback, useState } from 'react'
import type { ViewBox } from './page-scale.ts'

/** Whole CSS pixels of an element's inside, kept up to date; null until it is laid out or while it is hidden. */
export function useElementBox(): [RefCallback<HTMLElement>, ViewBox | null] {
  const [box, setBox] = useState<ViewBox | null>(null)
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const measure = () => {
      const width = element.clientWidth
      const height = element.clientHeight
      setBox((known) => {
        if (width === 0 || height === 0) return known
        return known?.width === width && known.height === height ? known : { width, height }
      })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  return [ref, box]
}
