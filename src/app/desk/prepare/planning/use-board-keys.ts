import { type KeyboardEvent, useEffect, useState } from 'react'
import { type BoardRange, type Hover, momentAt, SNAP_MINUTES, topAt } from './board-time.ts'

/** Minutes an arrow or a page key moves by. */
const STEPS: Partial<Record<string, number>> = { ArrowUp: -SNAP_MINUTES, ArrowDown: SNAP_MINUTES, PageUp: -60, PageDown: 60 }

interface BoardKeysOptions {
  range: BoardRange
  timeZone: string
  panelIds: readonly string[]
  /** Where an oral stands now, if it does. */
  placeOf: (oralId: string) => { panelId: string; startMs: number } | null
  onPlace: (hover: Hover) => void
}

/** Lifting an oral with Space, moving it by the arrows, putting it down with Space. Escape, or leaving it, gives up. */
export function useBoardKeys({ range, timeZone, panelIds, placeOf, onPlace }: BoardKeysOptions) {
  const [hover, setHover] = useState<Hover | null>(null)
  const [placedId, setPlacedId] = useState<string | null>(null)
  const opening = momentAt(range, 0, timeZone)

  // An oral put down in another lane is another element: the focus follows it.
  useEffect(() => {
    if (placedId === null) return
    document.getElementById(cardId(placedId))?.focus()
    setPlacedId(null)
  }, [placedId])

  const lift = (oralId: string) => {
    const [firstPanelId] = panelIds
    const place = placeOf(oralId) ?? (firstPanelId === undefined ? null : { panelId: firstPanelId, startMs: opening })
    if (place) setHover({ oralId, ...place })
  }
  const move = (lifted: Hover, key: string) => {
    const minutes = STEPS[key]
    if (minutes !== undefined) {
      setHover({ ...lifted, startMs: momentAt(range, topAt(range, lifted.startMs + minutes * 60_000, timeZone), timeZone) })
      return true
    }
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false
    const place = panelIds.indexOf(lifted.panelId) + (key === 'ArrowLeft' ? -1 : 1)
    setHover({ ...lifted, panelId: panelIds[place] ?? lifted.panelId })
    return true
  }
  const onKeyDown = (oralId: string, event: KeyboardEvent) => {
    const isLifted = hover?.oralId === oralId
    if (event.key === ' ' || (event.key === 'Enter' && isLifted)) {
      event.preventDefault()
      if (!isLifted) return lift(oralId)
      setHover(null)
      setPlacedId(oralId)
      onPlace(hover)
    } else if (event.key === 'Escape' && isLifted) {
      setHover(null)
    } else if (isLifted && move(hover, event.key)) {
      event.preventDefault()
    }
  }
  return { hover, onKeyDown, onBlur: () => setHover(null) }
}

/** The page's own name of an oral's card. */
export function cardId(oralId: string): string {
  return `oral-${oralId}`
}
