import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { DayView } from './day-view.ts'

interface BarKeys {
  /** The oral that the Tab key reaches. */
  stop: string | null
  setStop: (oralId: string) => void
  press: (event: KeyboardEvent) => void
}

/** Left and right go along a room's line, up and down to the oral nearest in time of the next room, Home and End to the ends of the line. */
export function useBarKeys({ rooms }: DayView, drawing: RefObject<SVGSVGElement | null>): BarKeys {
  const [chosen, setChosen] = useState<string | null>(null)
  const known = rooms.some(({ bars }) => bars.some(({ row }) => row.oral.id === chosen))
  const stop = known ? chosen : (rooms[0]?.bars[0]?.row.oral.id ?? null)
  const press = (event: KeyboardEvent) => {
    const next = nextBar(rooms, stop, event.key)
    if (next === null) return
    event.preventDefault()
    setChosen(next)
    drawing.current?.querySelector<SVGAElement>(`[data-oral="${CSS.escape(next)}"]`)?.focus()
  }
  return { stop, setStop: setChosen, press }
}

/** The oral a key leads to from another; null when it leads nowhere. Pure. */
export function nextBar(rooms: DayView['rooms'], from: string | null, key: string): string | null {
  const line = rooms.findIndex(({ bars }) => bars.some(({ row }) => row.oral.id === from))
  const bars = rooms[line]?.bars ?? []
  const place = bars.findIndex(({ row }) => row.oral.id === from)
  const here = bars[place]
  if (!here) return null
  const idAt = (index: number) => bars[index]?.row.oral.id ?? null
  switch (key) {
    case 'ArrowRight':
      return idAt(place + 1)
    case 'ArrowLeft':
      return idAt(place - 1)
    case 'Home':
      return idAt(0)
    case 'End':
      return idAt(bars.length - 1)
    case 'ArrowDown':
      return nearest(rooms[line + 1], here.startMs)
    case 'ArrowUp':
      return nearest(rooms[line - 1], here.startMs)
    default:
      return null
  }
}

function nearest(line: DayView['rooms'][number] | undefined, startMs: number): string | null {
  const sorted = [...(line?.bars ?? [])].sort((a, b) => Math.abs(a.startMs - startMs) - Math.abs(b.startMs - startMs))
  return sorted[0]?.row.oral.id ?? null
}
