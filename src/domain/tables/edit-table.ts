import type { GivenAddress } from '../juror-address.ts'
import type { Preparation } from '../preparation.ts'
import { type ColumnKey, detectMapping, isCompulsory, type MappedTable, type Mapping, type TableKind } from './columns.ts'
import { editCandidates } from './edit-candidates.ts'
import { editJurors } from './edit-jurors.ts'
import { type CellTexts, COLUMNS_ASIDE, EDIT_COLUMNS, type EditLine, type EditRequest, linesOf } from './edit-lines.ts'
import { editOrals } from './edit-orals.ts'
import type { EditedRow, EditRows } from './edited-rows.ts'
import { blocksNamed, gridNamed } from './parts.ts'
import { cellText, headIndex, headOf, plainWords, type Table } from './table.ts'
import { rowsOfKind, type TableComplaint, TableRow } from './table-reading.ts'

/** The changed session, or everything that keeps the lines from entering: all of them enter, or none. */
export type EditOutcome =
  | { ok: true; preparation: Preparation; addresses: GivenAddress[]; added: number; changed: number }
  | { ok: false; complaints: TableComplaint[] }

/** One cell to write of one line. */
export interface CellChange {
  id: string
  cells: CellTexts
}

/** Writes cells of lines the session has. A complaint's line is the place of its change in the list, from 1. */
export function changeCells(kind: TableKind, preparation: Preparation, changes: readonly CellChange[], request: EditRequest): EditOutcome {
  const keys = EDIT_COLUMNS[kind]
  const known = new Map(linesOf(kind, preparation, request).map((line) => [line.id, line]))
  const table = { name: '', rows: changes.map(({ id, cells }) => keys.map((key) => cells[key] ?? known.get(id)?.cells[key] ?? '')) }
  const mapped = withHead({ table, kind, mapping: inOrder(keys) }, keys, request)
  const complaints: TableComplaint[] = []
  const rows = changes.map(({ id }, place) => editedRow(mapped, place + 1, { id, former: known.get(id) ?? null }, complaints))
  return shifted(edit(kind, preparation, { rows, complaints }, request))
}

/** Adds one line, its cells as a person writes them. A complaint's line is 1. */
export function addLine(kind: TableKind, preparation: Preparation, cells: CellTexts, request: EditRequest): EditOutcome {
  return changeCells(kind, preparation, [{ id: request.newId(), cells }], request)
}

/** What was understood of pasted lines: what they change, and the columns left aside. */
export interface Pasted {
  outcome: EditOutcome
  /** Names of the columns that hold nothing a session's tables show. */
  leftAside: string[]
}

/**
 * Enters pasted lines: one that names a candidate, juror or oral the session has changes it, the others are added. A first line of titles is
 * followed whatever the order; without one the columns are the screen's, in its order.
 */
export function pasteTable(kind: TableKind, preparation: Preparation, table: Table, request: EditRequest): Pasted {
  const keys: readonly ColumnKey[] = EDIT_COLUMNS[kind]
  const found = detectMapping(table, kind)
  const isTitled = keys.filter((key) => isCompulsory(kind, key) && found[key] !== undefined).length > 0
  const understood = [...keys, ...COLUMNS_ASIDE[kind]]
  const titled: MappedTable = {
    table,
    kind,
    mapping: Object.fromEntries(Object.entries(found).filter(([key]) => understood.includes(key as ColumnKey))),
  }
  const mapped = isTitled ? titled : withHead({ table, kind, mapping: inOrder(keys) }, keys, request)
  const used = new Set(Object.values(mapped.mapping))
  const leftAside = isTitled ? headOf(table).filter((name, place) => name !== '' && !used.has(place)) : []
  const complaints: TableComplaint[] = []
  const read = rowsOfKind([mapped], kind, complaints)
  if (complaints.length > 0) return { outcome: { ok: false, complaints }, leftAside }
  const lines = linesOf(kind, preparation, request)
  const known = new Map(lines.map((line) => [naturalKey(kind, (key) => line.cells[key] ?? '', request), line]))
  const targets = read.map((row) => known.get(naturalKey(kind, (key) => cellText(row.cell(key)), request)) ?? null)
  const whole = completed(mapped, keys, new Map(read.map(({ line }, place) => [line, targets[place] ?? null])), request)
  const rows = read.map(({ line }, place) => {
    const former = targets[place] ?? null
    return editedRow(whole, line - 1, { id: former?.id ?? request.newId(), former }, complaints)
  })
  const outcome = edit(kind, preparation, { rows, complaints }, request)
  return { outcome: isTitled ? outcome : shifted(outcome), leftAside }
}

function edit(kind: TableKind, preparation: Preparation, { rows, complaints }: EditRows, request: EditRequest): EditOutcome {
  const edited = editKind(kind, preparation, { rows, complaints }, request)
  if (complaints.length > 0) return { ok: false, complaints: complaints.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
  const added = rows.filter(({ former }) => former === null).length
  return { ok: true, ...edited, added, changed: rows.length - added }
}

function editKind(kind: TableKind, before: Preparation, edit: EditRows, request: EditRequest) {
  if (kind === 'jurors') return editJurors(before, edit, request)
  const apply = { candidates: editCandidates, orals: editOrals }[kind]
  return { preparation: apply(before, edit, request), addresses: [] }
}

function editedRow(mapped: MappedTable, rowIndex: number, of: Omit<EditedRow, 'row'>, complaints: TableComplaint[]): EditedRow {
  return { row: new TableRow(mapped, headOf(mapped.table), rowIndex, complaints), ...of }
}

/** By what two lines are the same: a candidate's number, a juror's name, an oral's candidate and part. */
function naturalKey(kind: TableKind, text: (key: ColumnKey) => string, { grids }: EditRequest): string {
  switch (kind) {
    case 'candidates':
      return plainWords(text('number'))
    case 'jurors':
      return `${plainWords(text('lastName'))}/${plainWords(text('firstName'))}`
    case 'orals':
      return `${plainWords(text('number'))}/${gridNamed(text('part'), grids)?.id ?? ''}`
  }
}

function inOrder(keys: readonly ColumnKey[]): Mapping {
  return Object.fromEntries(keys.map((key, place) => [key, place]))
}

/** Puts a line of titles above lines that have none. */
function withHead({ table, ...mapped }: MappedTable, keys: readonly ColumnKey[], { words }: EditRequest): MappedTable {
  return { ...mapped, table: { ...table, rows: [keys.map((key) => words.column(key)), ...table.rows] } }
}

/** The lines are counted without the titles that were put above them. */
function shifted(outcome: EditOutcome): EditOutcome {
  if (outcome.ok) return outcome
  return { ok: false, complaints: outcome.complaints.map((one) => ({ ...one, line: one.line === null ? null : one.line - 1 })) }
}

/** Fills the columns the pasted lines do not have: with what the line says now, or what a new one says of itself. */
function completed(
  mapped: MappedTable,
  keys: readonly ColumnKey[],
  targets: ReadonlyMap<number, EditLine | null>,
  { words, grids }: EditRequest,
): MappedTable {
  const missing = keys.filter((key) => mapped.mapping[key] === undefined)
  const { table } = mapped
  const width = Math.max(0, ...table.rows.map((row) => row.length))
  const ofNew = (row: Table['rows'][number]): CellTexts => {
    const acquired = blocksNamed(cellText(row[mapped.mapping.acquiredBefore ?? -1]), grids).blocks
    return { blocks: grids.flatMap(({ blockId }) => (blockId === null || acquired.includes(blockId) ? [] : [blockId])).join(', ') }
  }
  const padded = (row: Table['rows'][number]) => [...row, ...Array.from({ length: width - row.length }, () => null)]
  const head = headIndex(table)
  const rows = table.rows.map((row, index) => {
    if (index === head) return [...padded(row), ...missing.map((key) => words.column(key))]
    const target = targets.get(index + 1)
    if (target === undefined) return row
    const rest = target?.cells ?? ofNew(row)
    return [...padded(row), ...missing.map((key) => rest[key] ?? '')]
  })
  const mapping = { ...mapped.mapping, ...Object.fromEntries(missing.map((key, place) => [key, width + place])) }
  return { ...mapped, table: { ...table, rows }, mapping }
}
