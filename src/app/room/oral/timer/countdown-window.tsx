import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Countdown } from './countdown.tsx'
import { useCountdownStore } from './countdown-store.ts'

export interface CountdownWindow {
  open: () => void
  /** The browser refused the window. */
  blocked: boolean
  /** To be rendered by whichever page of the oral is shown. */
  content: ReactNode
}

/**
 * The countdown in a window of its own, e.g. on a second screen. It is drawn from this page (a portal): it follows the same log without a
 * second unlocking, and holds nothing a candidate should not see.
 */
export function useCountdownWindow(): CountdownWindow {
  const { t } = useTranslation('oral')
  const { target, blocked } = useCountdownStore()
  const open = () => {
    const opened = window.open('', 'cdj-countdown', 'popup,width=960,height=540')
    useCountdownStore.setState({ blocked: opened === null })
    if (opened === null || opened === target) return
    dress(opened.document, t('countdown.title'))
    opened.addEventListener('pagehide', () => useCountdownStore.setState({ target: null }), { once: true })
    useCountdownStore.setState({ target: opened })
  }
  return { open, blocked, content: target === null ? null : createPortal(<Countdown />, target.document.body) }
}

/** Gives the empty window this page's styles, theme and language. */
function dress(other: Document, title: string): void {
  other.title = title
  const styles = document.head.querySelectorAll('style, link[rel="stylesheet"]')
  other.head.replaceChildren(...[...styles].map((node) => node.cloneNode(true)))
  for (const { name, value } of document.documentElement.attributes) other.documentElement.setAttribute(name, value)
}
