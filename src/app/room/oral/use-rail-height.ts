import { type RefObject, useEffect, useRef } from 'react'

/** Tells the screen's styles (`--rail-height`) how much the sticky rail covers: what is gone to stops below it, whatever the rail holds. */
export function useRailHeight(): RefObject<HTMLElement | null> {
  const railRef = useRef<HTMLElement>(null)
  useEffect(() => {
    const rail = railRef.current
    if (rail === null) return
    const observer = new ResizeObserver(() => rail.parentElement?.style.setProperty('--rail-height', `${rail.offsetHeight}px`))
    observer.observe(rail)
    return () => observer.disconnect()
  }, [])
  return railRef
}
