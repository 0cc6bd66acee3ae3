import { type KeyboardEvent, useCallback } from 'react'

const STEPS: Readonly<Record<string, { step: 1 | -1; sideways: boolean }>> = {
  ArrowDown: { step: 1, sideways: false },
  ArrowUp: { step: -1, sideways: false },
  ArrowRight: { step: 1, sideways: true },
  ArrowLeft: { step: -1, sideways: true },
}

/** Arrows among the marks of the open section: up and down from indicator to indicator in the same column, left and right inside a row. */
export function useRowKeys() {
  return useCallback((event: KeyboardEvent<HTMLElement>) => {
    const button = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-mark-column]') : null
    const move = STEPS[event.key]
    if (button === null || move === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    const next = move.sideways ? besides(button, move.step) : inColumn(event.currentTarget, button, move.step)
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }, [])
}

function besides(button: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const marks = [...(button.parentElement?.querySelectorAll<HTMLElement>('[data-mark-column]') ?? [])]
  return marks[marks.indexOf(button) + step]
}

/** From a whole criterion's or section's marks too, the next stop is an indicator: a slip there would mark many. */
function inColumn(list: HTMLElement, button: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const column = button.dataset['markColumn'] ?? '0'
  const marks = [...list.querySelectorAll<HTMLElement>(`[data-indicator] [data-mark-column="${column}"]`)]
  const side = step === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING
  const ahead = marks.filter((mark) => button.compareDocumentPosition(mark) & side)
  return step === 1 ? ahead[0] : ahead.at(-1)
}
