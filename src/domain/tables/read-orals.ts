import type { PreparedOral, PreparedPanel } from '../preparation.ts'
import { zonedInstant, zonedMs } from '../zoned-time.ts'
import { readDate, readTime } from './cells.ts'
import { gridNamed, type NamedGrid } from './parts.ts'
import type { ReadCandidate } from './read-candidates.ts'
import { panelKey } from './read-jurors.ts'
import { cellText, plainWords } from './table.ts'
import type { TableRow } from './table-reading.ts'

/** An oral, and the line that says so; null for one that follows from a registration. */
export interface ReadOral {
  oral: PreparedOral
  row: TableRow | null
}

interface Known {
  candidates: readonly Pick<ReadCandidate, 'candidate'>[]
  panels: readonly PreparedPanel[]
  grids: readonly NamedGrid[]
  timeZone: string
}

/** The orals the files list. A line without date, time and panel is an oral still to be placed. */
export function readOrals(rows: readonly TableRow[], known: Known): ReadOral[] {
  const byNumber = new Map(known.candidates.map(({ candidate }) => [plainWords(candidate.number), candidate]))
  const seen = new Set<string>()
  return rows.flatMap((row, index) => {
    const number = row.required('number')
    const part = row.required('part')
    const candidate = byNumber.get(plainWords(number))
    const grid = gridNamed(part, known.grids)
    if (number !== '' && !candidate) row.complain('number', 'unknownNumber')
    if (part !== '' && !grid) row.complain('part', 'unknownPart')
    const place = readPlace(row, known)
    if (!candidate || !grid) return []
    const pair = `${candidate.id}/${grid.id}`
    if (seen.has(pair)) row.complain('part', 'duplicateOral', `${candidate.firstName} ${candidate.lastName}`)
    seen.add(pair)
    const room = row.text('room')
    const panelRoom = known.panels.find(({ id }) => id === place?.panelId)?.room
    const oral: PreparedOral = {
      id: `o${index + 1}`,
      candidateId: candidate.id,
      gridId: grid.id,
      place,
      room: room === '' || room === panelRoom ? null : room,
      supportId: null,
      scenario: cellText(row.cell('scenario')) || null,
    }
    return [{ oral, row }]
  })
}

function readPlace(row: TableRow, { panels, timeZone }: Known): PreparedOral['place'] {
  const keys = ['date', 'time', 'panel'] as const
  const empty = keys.filter((key) => cellText(row.cell(key)) === '')
  if (empty.length === keys.length) return null
  for (const key of empty) row.complain(row.has(key) ? key : 'number', 'incompletePlace', key)
  const date = empty.includes('date') ? null : readDate(row.cell('date'))
  const time = empty.includes('time') ? null : readTime(row.cell('time'))
  const panel = panels.find(({ name }) => panelKey(name) === panelKey(cellText(row.cell('panel'))))
  if (date === null && !empty.includes('date')) row.complain('date', 'badDate')
  if (time === null && !empty.includes('time')) row.complain('time', 'badTime')
  if (!panel && !empty.includes('panel')) row.complain('panel', 'unknownPanel')
  return date && time && panel ? { panelId: panel.id, startsAt: zonedInstant(zonedMs(date, time, timeZone), timeZone) } : null
}

/** Where no table lists orals: one for every block a candidate is registered for, and the final interview for who takes them all. */
export function oralsOfRegistrations(candidates: readonly ReadCandidate[], grids: readonly NamedGrid[]): ReadOral[] {
  const blocks = grids.flatMap(({ blockId }) => blockId ?? [])
  const orals: ReadOral[] = []
  for (const { candidate } of candidates) {
    const isFull = blocks.every((id) => candidate.blocks.includes(id) || candidate.acquiredBefore?.includes(id))
    for (const grid of grids) {
      if (grid.blockId === null ? !isFull : !candidate.blocks.includes(grid.blockId)) continue
      const id = `o${orals.length + 1}`
      orals.push({
        oral: { id, candidateId: candidate.id, gridId: grid.id, place: null, room: null, supportId: null, scenario: null },
        row: null,
      })
    }
  }
  return orals
}
