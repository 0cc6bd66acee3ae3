import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'

/** A part of the sheet: before the oral, one section of the grid, or the synthesis. */
export type Place = { kind: 'welcome' } | { kind: 'section'; sectionId: string | null } | { kind: 'synthesis' }

/** What can be open beside the work, never over it. */
export type PanelName = 'delivery' | 'notes' | 'questions' | 'shortcuts' | 'search'

export interface Places {
  place: Place
  /** Shows a part of the sheet, then brings the element of this id under the eyes and the keyboard. */
  go: (place: Place, focusId?: string) => void
  panel: PanelName | null
  /** What a note written now is about; null for the whole oral. */
  noteTargetId: string | null
  /** How the panel was last opened, a new object each time: after a key one types, after a touch one looks. */
  opening: { byKey: boolean }
  openPanel: (panel: PanelName, noteTargetId?: string | null, byKey?: boolean) => void
  closePanel: () => void
}

const PlacesContext = createContext<Places | null>(null)

/** Where the juror is on the sheet: screen state, forgotten with the page. `start` counts only when the sheet opens. */
export function PlacesProvider({ start, children }: { start: Place; children: ReactNode }) {
  const [place, setPlace] = useState(start)
  const [panel, setPanel] = useState<PanelName | null>(null)
  const [noteTargetId, setNoteTargetId] = useState<string | null>(null)
  const [opening, setOpening] = useState({ byKey: false })
  const [focus, setFocus] = useState<{ id: string } | null>(null)
  const openerRef = useRef<HTMLElement | null>(null)

  useEffect(() => {
    if (focus === null) return
    const element = document.getElementById(focus.id)
    // An indicator's row is brought to hand by its own mark, the one tab stop it has.
    const reachable = element?.querySelector<HTMLElement>('[data-mark-column][tabindex="0"]:enabled')
    const target = element?.dataset['indicator'] === undefined ? element : (reachable ?? element)
    target?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'start' })
  }, [focus])

  const go = useCallback((next: Place, focusId?: string) => {
    setPlace(next)
    if (focusId !== undefined) setFocus({ id: focusId })
  }, [])

  const openPanel = useCallback((name: PanelName, targetId: string | null = null, byKey = false) => {
    openerRef.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setPanel(name)
    setNoteTargetId(targetId)
    setOpening({ byKey })
  }, [])

  const closePanel = useCallback(() => {
    setPanel(null)
    if (openerRef.current?.isConnected) openerRef.current.focus({ preventScroll: true })
  }, [])

  const value = useMemo(
    () => ({ place, go, panel, noteTargetId, opening, openPanel, closePanel }),
    [place, go, panel, noteTargetId, opening, openPanel, closePanel],
  )
  return <PlacesContext value={value}>{children}</PlacesContext>
}

/** Where the juror is on the sheet. Throws outside the oral's screen: a mistake of ours. */
export function usePlaces(): Places {
  const places = useContext(PlacesContext)
  if (places === null) throw new Error('no places here')
  return places
}

/** Element ids other parts of the screen bring the juror to. */
export const placeIds = {
  section: (sectionId: string) => `section-${sectionId}`,
  row: (indicatorId: string) => `indicator-${indicatorId}`,
  verdict: (sectionId: string) => `verdict-${sectionId}`,
  presence: 'presence',
  presenceReason: 'presence-reason',
  identity: 'identity',
  timer: 'timer',
  part: 'part-verdict',
  appreciation: 'appreciation',
  review: 'review',
  sign: 'sign',
  synthesis: 'synthesis',
  welcome: 'welcome',
} as const
