import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** Places from 0; column 0 is the box that chooses the row. */
export interface CellPlace {
  row: number
  column: number
}

/** Where to go once a cell is written. */
export type Leave = 'stay' | 'down' | 'next' | 'previous' | 'away'

interface GridFocus {
  active: CellPlace
  /** The column being written of the active row, and the text it begins with (null: the cell's own). */
  editing: Editing | null
  activate: (place: CellPlace, edits: boolean) => void
  leaveEditing: (leave: Leave) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export interface Editing {
  column: number
  startText: string | null
}

interface GridShape {
  rowCount: number
  columnCount: number
  grid: RefObject<HTMLElement | null>
  scrollTo: (row: number) => void
  isWritten: (column: number) => boolean
}

/** A page of rows, for the keys that jump so far. */
const PAGE_ROWS = 10

/** Which cell of a grid is active, and the keys that move it: arrows, Home, End, pages; Enter, F2 or a letter write in it. */
export function useGridFocus({ rowCount, columnCount, grid, scrollTo, isWritten }: GridShape): GridFocus {
  const [wanted, setActive] = useState<CellPlace>({ row: 0, column: 1 })
  const [editing, setEditing] = useState<Editing | null>(null)
  const mustFocus = useRef(false)
  const active = { row: Math.max(0, Math.min(wanted.row, rowCount - 1)), column: Math.min(wanted.column, columnCount - 1) }

  // Each time: a row far away is drawn only some frames after the scroll to it.
  useEffect(() => {
    if (!mustFocus.current || editing) return
    const cell = grid.current?.querySelector<HTMLElement>(`[aria-rowindex="${active.row + 2}"] [data-column="${active.column}"]`)
    if (!cell) return
    mustFocus.current = false
    cell.focus({ preventScroll: false })
  })

  const go = (place: CellPlace) => {
    const row = Math.max(0, Math.min(place.row, rowCount - 1))
    mustFocus.current = true
    setActive({ row, column: Math.max(0, Math.min(place.column, columnCount - 1)) })
    scrollTo(row)
  }
  const edit = (startText: string | null) => isWritten(active.column) && setEditing({ column: active.column, startText })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (editing !== null || !(event.target instanceof HTMLElement) || event.target.closest('[data-column]') === null) return
    const { row, column } = active
    const isJump = event.ctrlKey || event.metaKey
    const target = targetOf(event.key, isJump, { row, column }, { rowCount, columnCount })
    if (target) {
      event.preventDefault()
      go(target)
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault()
      edit(null)
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      edit('')
    } else if (event.key.length === 1 && !isJump && !event.altKey && column > 0) {
      event.preventDefault()
      edit(event.key)
    }
  }
  return {
    active,
    editing,
    activate: (place, edits) => {
      setActive(place)
      setEditing(edits && isWritten(place.column) ? { column: place.column, startText: null } : null)
    },
    leaveEditing: (leave) => {
      setEditing(null)
      if (leave === 'away') return
      const step = { stay: [0, 0], down: [1, 0], next: [0, 1], previous: [0, -1] }[leave]
      go({ row: active.row + (step[0] ?? 0), column: active.column + (step[1] ?? 0) })
    },
    onKeyDown,
  }
}

function targetOf(
  key: string,
  isJump: boolean,
  { row, column }: CellPlace,
  { rowCount, columnCount }: Pick<GridShape, 'rowCount' | 'columnCount'>,
): CellPlace | null {
  switch (key) {
    case 'ArrowUp':
      return { row: isJump ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: isJump ? rowCount - 1 : row + 1, column }
    case 'ArrowLeft':
      return { row, column: isJump ? 0 : column - 1 }
    case 'ArrowRight':
      return { row, column: isJump ? columnCount - 1 : column + 1 }
    case 'Home':
      return { row: isJump ? 0 : row, column: 0 }
    case 'End':
      return { row: isJump ? rowCount - 1 : row, column: columnCount - 1 }
    case 'PageUp':
      return { row: row - PAGE_ROWS, column }
    case 'PageDown':
      return { row: row + PAGE_ROWS, column }
    default:
      return null
  }
}
