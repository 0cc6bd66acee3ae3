import { useEffect, useRef } from 'react'
import { isField, type ReaderAction, readerAction } from './reader-keys.ts'

/** Listens to the reader's keys while the PDF is visible. */
export function useReaderKeys(visible: boolean, act: (action: ReaderAction) => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })

  useEffect(() => {
    if (!visible) return
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const onPage = event.target instanceof Element && event.target.closest('[data-page-area]') !== null
      const action = readerAction(event, { inField: isField(event.target), onPage })
      if (action === null) return
      event.preventDefault()
      latest.current(action)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [visible])
}
