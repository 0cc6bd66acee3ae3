/** What one cell holds. A workbook gives numbers, dates and truth values; a CSV only texts. */
export type Cell = string | number | boolean | Date | null

/** One sheet of a workbook, or one CSV file, as rows. Line 1 of what a person sees is `rows[0]`. */
export interface Table {
  /** The sheet's name, or the file's. */
  name: string
  rows: readonly (readonly Cell[])[]
}

/** Lower case, without accents, signs or repeated spaces: how names of columns and values are compared. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** A cell as a person reads it; numbers and dates in the way people type them. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').reverse().join('/')
  return String(cell)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
}

/** The first row that holds at least two texts: what people write above it (a title, a date) is not the head. Null when there is none. */
export function headIndex({ rows }: Table): number | null {
  const found = rows.findIndex((row) => row.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length >= 2)
  return found < 0 ? null : found
}

/** The names of a table's columns, in order; empty for a column without one. */
export function headOf(table: Table): string[] {
  const index = headIndex(table)
  return index === null ? [] : (table.rows[index] ?? []).map(cellText)
}
