import {
  type Announcements,
  type DragEndEvent,
  type DragMoveEvent,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { zonedClock } from '#domain/zoned-time.ts'
import { type BoardRange, MINUTE_PX, momentAt, SNAP_MINUTES } from './board-time.ts'

/** Where a carried oral would settle. */
export interface Hover {
  oralId: string
  panelId: string
  startMs: number
}

/** An arrow moves by five minutes, or to the next panel: a column's width. */
const byFiveMinutes: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const [lane] = [...context.droppableRects.values()]
  const step = SNAP_MINUTES * MINUTE_PX
  switch (event.code) {
    case 'ArrowDown':
      return { ...currentCoordinates, y: currentCoordinates.y + step }
    case 'ArrowUp':
      return { ...currentCoordinates, y: currentCoordinates.y - step }
    case 'ArrowRight':
      return { ...currentCoordinates, x: currentCoordinates.x + (lane?.width ?? step) }
    case 'ArrowLeft':
      return { ...currentCoordinates, x: currentCoordinates.x - (lane?.width ?? step) }
    default:
      return undefined
  }
}

/** What an event's card would settle on, or null outside of every panel. */
function hoverOf({ active, over }: DragMoveEvent | DragEndEvent, range: BoardRange, timeZone: string): Hover | null {
  const rect = active.rect.current.translated
  if (!over || !rect) return null
  return { oralId: String(active.id), panelId: String(over.id), startMs: momentAt(range, rect.top - over.rect.top, timeZone) }
}

interface BoardDragOptions {
  range: BoardRange
  timeZone: string
  nameOf: (id: string) => string
  candidateOf: (oralId: string) => string
  onPlace: (hover: Hover) => void
}

/** Dragging an oral to a panel and an hour, by pointer or keyboard, with what is said of it as it moves. */
export function useBoardDrag({ range, timeZone, nameOf, candidateOf, onPlace }: BoardDragOptions) {
  const { t } = useTranslation('prepare')
  const [carriedId, setCarriedId] = useState<string | null>(null)
  const [hover, setHover] = useState<Hover | null>(null)
  const sensors = useSensors(
    // A press that does not move chooses the oral for the form.
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: byFiveMinutes,
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
    }),
  )
  const whereOf = (event: DragMoveEvent | DragEndEvent) => {
    const at = hoverOf(event, range, timeZone)
    return at && t('planning.moving', { panel: nameOf(at.panelId), time: zonedClock(at.startMs, timeZone).time })
  }
  const said = (event: DragMoveEvent | DragEndEvent, key: 'over' | 'end') => {
    const where = whereOf(event)
    const name = candidateOf(String(event.active.id))
    return where === null ? t('planning.drag.nowhere', { name }) : t(`planning.drag.${key}`, { name, where })
  }
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('planning.drag.start', { name: candidateOf(String(active.id)) }),
    onDragOver: (event) => said(event as DragMoveEvent, 'over'),
    onDragMove: (event) => said(event as DragMoveEvent, 'over'),
    onDragEnd: (event) => said(event as DragEndEvent, 'end'),
    onDragCancel: ({ active }) => t('planning.drag.cancel', { name: candidateOf(String(active.id)) }),
  }
  const drop = () => {
    setCarriedId(null)
    setHover(null)
  }
  return {
    carriedId,
    hover,
    context: {
      sensors,
      accessibility: { announcements, screenReaderInstructions: { draggable: t('planning.drag.instructions') } },
      onDragStart: ({ active }: { active: { id: string | number } }) => setCarriedId(String(active.id)),
      onDragMove: (event: DragMoveEvent) => {
        const next = hoverOf(event, range, timeZone)
        setHover((before) => (before?.panelId === next?.panelId && before?.startMs === next?.startMs ? before : next))
      },
      onDragEnd: (event: DragEndEvent) => {
        const at = hoverOf(event, range, timeZone)
        drop()
        if (at) onPlace(at)
      },
      onDragCancel: drop,
    },
  }
}
