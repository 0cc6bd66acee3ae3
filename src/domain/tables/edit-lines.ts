import type { Accommodation } from '../exam-session.ts'
import type { Preparation, PreparedPanel } from '../preparation.ts'
import { zonedClock } from '../zoned-time.ts'
import type { ColumnKey, TableKind } from './columns.ts'
import type { DefaultWords } from './default-words.ts'
import type { NamedGrid } from './parts.ts'

/** What the cells of a session's tables say, in the words of the screen. */
export interface EditWords extends DefaultWords {
  yes: string
  no: string
  /** The name of a column, for complaints about one the pasted lines do not have. */
  column: (key: ColumnKey) => string
}

/** What reading and changing a session's tables needs to know. */
export interface EditRequest {
  /** The session's grids, the blocks in their order. */
  grids: readonly NamedGrid[]
  words: EditWords
  newId: () => string
}

/** The columns a session's own tables show, the import's names for them. Civil identities stay apart: no draft holds them. */
export const EDIT_COLUMNS = {
  candidates: ['number', 'lastName', 'firstName', 'blocks', 'acquiredBefore', 'extraTime', 'accommodation'],
  jurors: ['lastName', 'firstName', 'quality', 'external', 'panel', 'president'],
  orals: ['number', 'part', 'date', 'time', 'panel', 'room', 'scenario'],
} as const satisfies Record<TableKind, readonly ColumnKey[]>

/** What pasted lines may hold besides: it is kept at the desk apart from the session, and never shown in its tables. */
export const COLUMNS_ASIDE: Record<TableKind, readonly ColumnKey[]> = { candidates: [], jurors: ['email'], orals: [] }

export type CellTexts = Partial<Record<ColumnKey, string>>

/** One candidate, juror or oral as a line of texts. */
export interface EditLine {
  id: string
  cells: CellTexts
}

/** A session's candidates, jurors or orals as lines; read again, each gives what it was made of. */
export function linesOf(kind: TableKind, preparation: Preparation, request: EditRequest): EditLine[] {
  switch (kind) {
    case 'candidates':
      return preparation.candidates.map(({ id, number, lastName, firstName, blocks, acquiredBefore = [], accommodations }) => ({
        id,
        cells: {
          number,
          lastName,
          firstName,
          blocks: blocks.join(', '),
          acquiredBefore: acquiredBefore.join(', '),
          ...accommodationTexts(accommodations, request.words),
        },
      }))
    case 'jurors':
      return jurorLines(preparation, request.words)
    case 'orals':
      return oralLines(preparation, request.grids)
  }
}

function accommodationTexts(accommodations: readonly Accommodation[], words: EditWords): CellTexts {
  const extraTime = longestExtraTime(accommodations)
  const share = extraTime === null ? '' : shareOf(extraTime)
  const effects = accommodations.map(({ effect }) => effect).filter((effect) => share === '' || effect !== words.extraTime(share))
  return { extraTime: share, accommodation: effects.join(' ; ') }
}

type ExtraTime = NonNullable<Accommodation['extraTime']>

function longestExtraTime(accommodations: readonly Accommodation[]): ExtraTime | null {
  const shares = accommodations.flatMap(({ extraTime }) => extraTime ?? [])
  return shares.sort((a, b) => b.numerator / b.denominator - a.numerator / a.denominator)[0] ?? null
}

/** `1/3`, `25 %`. */
export function shareOf({ numerator, denominator }: ExtraTime): string {
  return denominator === 100 ? `${numerator} %` : `${numerator}/${denominator}`
}

function jurorLines({ jurors, panels }: Preparation, words: EditWords): EditLine[] {
  const seats = new Map<string, PreparedPanel[]>()
  for (const panel of panels) for (const id of panel.jurorIds) seats.set(id, [...(seats.get(id) ?? []), panel])
  return jurors.map(({ id, lastName, firstName, quality, external }) => {
    const own = seats.get(id) ?? []
    return {
      id,
      cells: {
        lastName,
        firstName,
        quality,
        external: external ? words.yes : words.no,
        panel: own.map(({ name }) => name).join(', '),
        president: own.some(({ presidentId }) => presidentId === id) ? words.yes : '',
      },
    }
  })
}

function oralLines({ orals, candidates, panels, hours }: Preparation, grids: readonly NamedGrid[]): EditLine[] {
  const numbers = new Map(candidates.map(({ id, number }) => [id, number]))
  const panelOf = new Map(panels.map((panel) => [panel.id, panel]))
  const parts = new Map(grids.map(({ id, blockId, title }) => [id, blockId ?? title]))
  return orals.map(({ id, candidateId, gridId, place, room, scenario }) => {
    const panel = place && panelOf.get(place.panelId)
    const clock = place && zonedClock(Date.parse(place.startsAt), hours.timeZone)
    return {
      id,
      cells: {
        number: numbers.get(candidateId) ?? candidateId,
        part: parts.get(gridId) ?? gridId,
        date: clock ? clock.date.split('-').reverse().join('/') : '',
        time: clock?.time ?? '',
        panel: panel?.name ?? '',
        room: room ?? panel?.room ?? '',
        scenario: scenario ?? '',
      },
    }
  })
}
