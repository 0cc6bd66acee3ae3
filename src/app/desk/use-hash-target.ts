import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** Brings the part that the address names (`#desk-recovery`) into view and focus once it is there: a page that fetches comes too late for the browser. */
export function useHashTarget(isReady: boolean): void {
  const { hash } = useLocation()
  useEffect(() => {
    if (!isReady || hash === '') return
    const target = document.getElementById(decodeURIComponent(hash.slice(1)))
    if (!target) return
    target.setAttribute('tabindex', '-1')
    target.focus({ preventScroll: true })
    target.scrollIntoView({ block: 'start' })
  }, [isReady, hash])
}
