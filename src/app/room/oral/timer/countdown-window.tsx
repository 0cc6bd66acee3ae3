import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Countdown } from './countdown.tsx'

export interface CountdownWindow {
  open: () => void
  /** The browser refused the window. */
  blocked: boolean
  /** To be rendered by whoever must keep the window alive. */
  content: ReactNode
}

/**
 * The countdown in a window of its own, e.g. on a second screen. It is drawn from this page (a portal): it follows the same log without a
 * second unlocking, and holds nothing a candidate should not see. It closes with the page.
 */
export function useCountdownWindow(): CountdownWindow {
  const { t } = useTranslation('oral')
  const [target, setTarget] = useState<Window | null>(null)
  const [blocked, setBlocked] = useState(false)

  useEffect(() => {
    if (target === null) return
    const forget = () => setTarget(null)
    const close = () => target.close()
    target.addEventListener('pagehide', forget)
    window.addEventListener('pagehide', close)
    return () => {
      target.removeEventListener('pagehide', forget)
      window.removeEventListener('pagehide', close)
      target.close()
    }
  }, [target])

  const open = () => {
    const opened = window.open('', 'cdj-countdown', 'popup,width=960,height=540')
    setBlocked(opened === null)
    if (opened === null) return
    dress(opened.document, t('countdown.title'))
    setTarget(opened)
  }
  return { open, blocked, content: target === null ? null : createPortal(<Countdown />, target.document.body) }
}

/** Gives the empty window this page's styles, theme and language. */
function dress(other: Document, title: string): void {
  other.title = title
  const styles = document.head.querySelectorAll('style, link[rel="stylesheet"]')
  other.head.append(...[...styles].map((node) => node.cloneNode(true)))
  for (const { name, value } of document.documentElement.attributes) other.documentElement.setAttribute(name, value)
}
