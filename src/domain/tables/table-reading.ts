import { type ColumnKey, columnKeys, isCompulsory, type MappedTable, type TableKind } from './columns.ts'
import { type Cell, cellText, headIndex, headOf } from './table.ts'

/** Why a file's cell, line or table cannot be imported. Each has a sentence in the texts. */
export type ComplaintCode =
  | 'noCandidates'
  | 'missingColumn'
  | 'emptyTable'
  | 'required'
  | 'tooLong'
  | 'badDate'
  | 'badTime'
  | 'badYesNo'
  | 'badExtraTime'
  | 'badBirthDate'
  | 'badSex'
  | 'badIdentity'
  | 'incompleteIdentity'
  | 'unknownBlock'
  | 'noBlock'
  | 'unknownPart'
  | 'unknownNumber'
  | 'unknownPanel'
  | 'duplicateNumber'
  | 'duplicateOral'
  | 'duplicateJuror'
  | 'twoPresidents'
  | 'twoRooms'
  | 'presidentOfNone'
  | 'badEmail'
  | 'twoAddresses'
  | 'incompletePlace'
  | 'datesReversed'
  | 'oralOutsideDates'
  | 'jurorInTwoPlaces'
  | 'candidateInTwoPlaces'
  | 'blockNotRegistered'

/** A complaint about one place of the files. */
export interface TableComplaint {
  /** The sheet's or file's name; null for all of them. */
  table: string | null
  /** As the spreadsheet numbers it, from 1. */
  line: number | null
  /** The column's own name in the file. */
  column: string | null
  kind: TableKind | null
  key: ColumnKey | null
  code: ComplaintCode
  /** What the cell holds, or the person or thing it names. */
  value: string
}

const MAX_LINE_CHARACTERS = 300

/** One line of a table, read cell by cell; each complaint says where it stands. */
export class TableRow {
  readonly line: number
  readonly #mapped: MappedTable
  readonly #cells: readonly Cell[]
  readonly #head: readonly string[]
  readonly #complaints: TableComplaint[]

  constructor(mapped: MappedTable, head: readonly string[], rowIndex: number, complaints: TableComplaint[]) {
    this.#mapped = mapped
    this.#head = head
    this.#cells = mapped.table.rows[rowIndex] ?? []
    this.#complaints = complaints
    this.line = rowIndex + 1
  }

  has(key: ColumnKey): boolean {
    return this.#mapped.mapping[key] !== undefined
  }

  cell(key: ColumnKey): Cell {
    const place = this.#mapped.mapping[key]
    return place === undefined ? null : (this.#cells[place] ?? null)
  }

  /** The cell as one line of text, shorter than the limit. */
  text(key: ColumnKey): string {
    const text = cellText(this.cell(key))
    if (text.length <= MAX_LINE_CHARACTERS) return text
    this.complain(key, 'tooLong', `${text.slice(0, 30)}…`)
    return text.slice(0, MAX_LINE_CHARACTERS)
  }

  /** A text that may not be missing. Empty when it is, and said. */
  required(key: ColumnKey): string {
    const text = this.text(key)
    if (text === '' && this.has(key)) this.complain(key, 'required', '')
    return text
  }

  complain(key: ColumnKey, code: ComplaintCode, value = cellText(this.cell(key))): void {
    const place = this.#mapped.mapping[key]
    const column = place === undefined ? null : (this.#head[place] ?? '')
    this.#complaints.push({ table: this.#mapped.table.name, line: this.line, column, kind: this.#mapped.kind, key, code, value })
  }
}

/** The lines of a kind's tables that hold something. Tables without a compulsory column are complained of, and not read further. */
export function rowsOfKind(tables: readonly MappedTable[], kind: TableKind, complaints: TableComplaint[]): TableRow[] {
  return tables
    .filter((mapped) => mapped.kind === kind)
    .flatMap((mapped) => {
      const at = { table: mapped.table.name, line: null, column: null, kind, value: '' }
      const missing = columnKeys(kind).filter((key) => isCompulsory(kind, key) && mapped.mapping[key] === undefined)
      complaints.push(...missing.map((key) => ({ ...at, key, code: 'missingColumn' as const })))
      if (missing.length > 0) return []
      const head = headOf(mapped.table)
      const first = (headIndex(mapped.table) ?? 0) + 1
      const used = Object.values(mapped.mapping)
      const rows = mapped.table.rows.flatMap((row, index) =>
        index >= first && used.some((place) => cellText(row[place]) !== '') ? [new TableRow(mapped, head, index, complaints)] : [],
      )
      if (rows.length === 0) complaints.push({ ...at, key: null, code: 'emptyTable' })
      return rows
    })
}
