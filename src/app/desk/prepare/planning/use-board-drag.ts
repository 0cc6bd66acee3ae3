import { type Announcements, type DragEndEvent, type DragMoveEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { useRef, useState } from 'react'
import { type BoardRange, type Hover, momentAt } from './board-time.ts'

interface BoardDragOptions {
  range: BoardRange
  timeZone: string
  onPlace: (hover: Hover) => void
}

/** The page itself says in French where the oral is; dnd-kit would say it in English. */
const SILENT: Announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}

/**
 * Dragging an oral to a panel and an hour. Where it stands is read from the page as it is drawn, not from dnd-kit's own rectangles: board and page
 * both scroll while an oral is carried, and these would count the way twice.
 */
export function useBoardDrag({ range, timeZone, onPlace }: BoardDragOptions) {
  const [carriedId, setCarriedId] = useState<string | null>(null)
  const [hover, setHover] = useState<Hover | null>(null)
  const carried = useRef<HTMLDivElement>(null)
  // A press that does not move chooses the oral for the form.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))

  const hoverOf = ({ active, over }: DragMoveEvent | DragEndEvent): Hover | null => {
    const lane = over === null ? null : document.getElementById(laneId(String(over.id)))
    if (over === null || lane === null || carried.current === null) return null
    const topPx = carried.current.getBoundingClientRect().top - lane.getBoundingClientRect().top
    return { oralId: String(active.id), panelId: String(over.id), startMs: momentAt(range, topPx, timeZone) }
  }
  const drop = () => {
    setCarriedId(null)
    setHover(null)
  }
  return {
    carriedId,
    carried,
    hover,
    context: {
      sensors,
      accessibility: { announcements: SILENT, screenReaderInstructions: { draggable: '' } },
      onDragStart: ({ active }: { active: { id: string | number } }) => setCarriedId(String(active.id)),
      onDragMove: (event: DragMoveEvent) => {
        // Drawn first: the event comes before the carried card has moved on the page.
        requestAnimationFrame(() => {
          const next = hoverOf(event)
          setHover((before) => (before?.panelId === next?.panelId && before?.startMs === next?.startMs ? before : next))
        })
      },
      onDragEnd: (event: DragEndEvent) => {
        const at = hoverOf(event)
        drop()
        if (at) onPlace(at)
      },
      onDragCancel: drop,
    },
  }
}

/** The page's own name of a panel's lane. */
export function laneId(panelId: string): string {
  return `lane-${panelId}`
}
