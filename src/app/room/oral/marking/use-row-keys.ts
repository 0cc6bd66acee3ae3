import { type KeyboardEvent, useCallback } from 'react'

/** Arrows among the marks of the open section: up and down from row to row in the same column, left and right inside a row. */
export function useRowKeys() {
  return useCallback((event: KeyboardEvent<HTMLElement>) => {
    const button = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-mark-column]') : null
    if (button === null || event.altKey || event.ctrlKey || event.metaKey) return
    const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    const sideways = event.key === 'ArrowRight' || event.key === 'ArrowLeft'
    const column = button.dataset['markColumn'] ?? '0'
    const siblings = sideways
      ? button.parentElement?.querySelectorAll<HTMLElement>('[data-mark-column]')
      : event.currentTarget.querySelectorAll<HTMLElement>(`[data-mark-column="${column}"]`)
    const reachable = [...(siblings ?? [])]
    const next = reachable[reachable.indexOf(button) + step]
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }, [])
}
