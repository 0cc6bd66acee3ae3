import type { ColumnKey } from '#domain/tables/columns.ts'
import type { CellTexts } from '#domain/tables/edit-lines.ts'

/** What is written in a line's cells and cannot enter the session yet, with the reason at each cell. */
export interface CellDraft {
  cells: CellTexts
  errors: Partial<Record<ColumnKey, string>>
}

/** Of each kind, by the line's id. */
export type CellDrafts = ReadonlyMap<string, CellDraft>
