/** What a key does in the reader. */
export type ReaderAction =
  | 'nextPage'
  | 'previousPage'
  | 'firstPage'
  | 'lastPage'
  | 'search'
  | 'zoomIn'
  | 'zoomOut'
  | 'fitWidth'
  | 'bookmark'

/** The parts of a keyboard event that matter here. */
export interface PressedKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

const ANYWHERE: Record<string, ReaderAction> = { PageDown: 'nextPage', PageUp: 'previousPage' }

const ON_THE_PAGE: Record<string, ReaderAction> = {
  ArrowRight: 'nextPage',
  ArrowLeft: 'previousPage',
  Home: 'firstPage',
  End: 'lastPage',
  '/': 'search',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'fitWidth',
  b: 'bookmark',
}

/**
 * What a key does, or null. Single characters act only while the page itself has the focus (WCAG 2.1.4); page keys act anywhere but in a
 * field.
 */
export function readerAction(pressed: PressedKey, place: { inField: boolean; onPage: boolean }): ReaderAction | null {
  const { key, ctrlKey, metaKey, altKey } = pressed
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'f') return 'search'
  if (ctrlKey || metaKey || altKey || place.inField) return null
  return ANYWHERE[key] ?? (place.onPage ? (ON_THE_PAGE[key] ?? null) : null)
}

/** True for elements where keys write text or move a value. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role="separator"]'))
}
