import type { EditLine } from './edit-lines.ts'
import type { TableComplaint, TableRow } from './table-reading.ts'

/** A line read, what it said before (null for a new one), and the id it has or will have. */
export interface EditedRow {
  row: TableRow
  id: string
  former: EditLine | null
}

/** What one kind's editing is given: its rows in order, and where complaints go. */
export interface EditRows {
  rows: readonly EditedRow[]
  complaints: TableComplaint[]
}
