import { useEffect } from 'react'
import { useOralWork } from './oral-work.ts'
import { usePlaces } from './places.tsx'
import { useShortcutSetting } from './shortcut-setting.ts'

const TEXT_FIELDS = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"]'
const CONTROLS = `button, a, summary, ${TEXT_FIELDS}, input`

/** The keyboard's ways on the oral's screen. One-key ways can be turned off; none works while a text is being typed. */
export function useShortcuts(): void {
  const { undo, redo, writable } = useOralWork()
  const { place, openPanel, closePanel } = usePlaces()
  const { shortcutsOn } = useShortcutSetting()

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body
      if (event.defaultPrevented || event.altKey || target.closest(TEXT_FIELDS)) return
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const act =
        event.ctrlKey || event.metaKey ? withControl(key, event.shiftKey) : shortcutsOn ? alone(key, target, event.shiftKey) : null
      if (act === null) return
      event.preventDefault()
      act()
    }

    const withControl = (key: string, shifted: boolean): (() => void) | null => {
      if (!writable) return null
      if (key === 'z') return shifted ? redo : undo
      return key === 'y' ? redo : null
    }

    const alone = (key: string, target: Element, shifted: boolean): (() => void) | null => {
      const row = target.closest<HTMLElement>('[data-indicator]')
      switch (key) {
        case '1':
        case '2':
        case '3':
        case '4':
          return row && (() => pressMark(row, Number(key) - 1))
        case 'n':
          return () => openPanel('notes', row?.dataset['indicator'] ?? (place.kind === 'section' ? place.sectionId : null), true)
        case 'd':
          return () => openPanel('delivery')
        case 'u':
          return writable ? undo : null
        case '/':
          return () => openPanel('search')
        case '?':
          return () => openPanel('shortcuts')
        case 'Escape':
          return closePanel
        case 't':
          return press('[data-timer-main]:enabled')
        case ' ':
          return target.closest(CONTROLS) ? null : press('[data-timer-main]:enabled')
        case 'r':
          return bringTo('[data-rest] [data-mark-column]:enabled')
        case 'v':
          return shifted ? press('[data-verdict-proposed]:enabled') : bringTo('[data-verdict-main]:enabled')
        case 'ArrowDown':
          return target.matches('[aria-expanded="true"]') || !target.closest(CONTROLS) ? firstRow() : null
        default:
          return null
      }
    }

    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [undo, redo, writable, place, openPanel, closePanel, shortcutsOn])
}

function pressMark(row: HTMLElement, column: number): void {
  const button = row.querySelector<HTMLButtonElement>(`[data-mark-column="${column}"]:enabled`)
  button?.click()
  button?.focus()
}

/** Presses a control, when there is one: the key is the page's otherwise. */
function press(selector: string): (() => void) | null {
  const element = document.querySelector<HTMLElement>(selector)
  return element && (() => element.click())
}

/** Brings the keyboard to an element, when there is one. */
function bringTo(selector: string): (() => void) | null {
  const element = document.querySelector<HTMLElement>(selector)
  return element && (() => element.focus())
}

/** To the first indicator of the open section. */
function firstRow(): (() => void) | null {
  return bringTo('[data-indicator] [data-mark-column][tabindex="0"]')
}
