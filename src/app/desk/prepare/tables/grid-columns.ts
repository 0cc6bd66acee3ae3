import type { ColumnKey, TableKind } from '#domain/tables/columns.ts'
import { EDIT_COLUMNS } from '#domain/tables/edit-lines.ts'
import { NAME_COLUMN } from './use-line-table.ts'

/** A column of a session's table; without `key` it is only read. */
export interface GridColumn {
  id: string
  key?: ColumnKey
  isWide: boolean
}

const WIDE: readonly ColumnKey[] = ['lastName', 'firstName', 'accommodation', 'quality', 'panel', 'scenario']

function written(kind: TableKind): GridColumn[] {
  return EDIT_COLUMNS[kind].map((key) => ({ id: key, key, isWide: WIDE.includes(key) }))
}

const [oralNumber, ...oralOthers] = written('orals')

const COLUMNS: Record<TableKind, readonly GridColumn[]> = {
  candidates: written('candidates'),
  jurors: written('jurors'),
  orals: [...(oralNumber ? [oralNumber] : []), { id: NAME_COLUMN, isWide: true }, ...oralOthers],
}

/** The columns shown, in order. An oral's line names its candidate beside the number. */
export function gridColumns(kind: TableKind): readonly GridColumn[] {
  return COLUMNS[kind]
}
