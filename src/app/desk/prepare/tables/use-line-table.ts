import {
  type ColumnDef,
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  type FilterFn,
  type ReactTable,
  rowSelectionFeature,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { TableKind } from '#domain/tables/columns.ts'
import { EDIT_COLUMNS } from '#domain/tables/edit-lines.ts'
import { plainWords } from '#domain/tables/table.ts'
import { compareTexts, FACETS, type LineRow } from './line-rows.ts'

const features = tableFeatures({
  columnFilteringFeature,
  rowSortingFeature,
  rowSelectionFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
})
type Features = typeof features
export type LineTable = ReactTable<Features, LineRow>

/** The columns that are only looked into: what is searched, and what filters choose among. */
export const SEARCH_COLUMN = 'search'
export const facetColumn = (facet: string) => `facet ${facet}`
/** Of orals: the candidate's name, which is changed at the candidate's line. */
export const NAME_COLUMN = 'name'

const holdsEveryWord: FilterFn<Features, LineRow> = (row, _columnId, words: string[]) =>
  words.every((word) => row.original.search.includes(word))
holdsEveryWord.resolveFilterValue = (text: string) => plainWords(text).split(' ')
holdsEveryWord.autoRemove = (text: unknown) => plainWords(String(text ?? '')) === ''

const byText: SortFn<Features, LineRow> = (a, b, columnId) => compareTexts(a.getValue<string>(columnId), b.getValue<string>(columnId))

function columnsOf(kind: TableKind): ColumnDef<Features, LineRow>[] {
  const cells = EDIT_COLUMNS[kind].map(
    (key): ColumnDef<Features, LineRow> => ({ id: key, accessorFn: ({ cells: texts }) => texts[key] ?? '', sortFn: byText }),
  )
  const facets = FACETS[kind].map((facet): ColumnDef<Features, LineRow> => {
    const holds: FilterFn<Features, LineRow> = (row, _columnId, value: string) => row.original.facets[facet]?.includes(value) ?? false
    holds.autoRemove = (value: unknown) => value === '' || value === undefined
    return { id: facetColumn(facet), accessorFn: ({ facets: of }) => of[facet], filterFn: holds, enableSorting: false }
  })
  return [
    ...cells,
    ...facets,
    { id: NAME_COLUMN, accessorFn: ({ name }) => name, sortFn: byText },
    { id: SEARCH_COLUMN, accessorFn: ({ search }) => search, filterFn: holdsEveryWord, enableSorting: false },
  ]
}

const COLUMNS = { candidates: columnsOf('candidates'), jurors: columnsOf('jurors'), orals: columnsOf('orals') }

/** The table of one kind's rows: what is searched, filtered, sorted and chosen of them. */
export function useLineTable(kind: TableKind, rows: LineRow[]): LineTable {
  const columns = COLUMNS[kind]
  const options = useMemo(
    () => ({
      features,
      columns,
      data: rows,
      getRowId: ({ id }: LineRow) => id,
      enableMultiSort: false,
      sortDescFirst: false,
    }),
    [columns, rows],
  )
  return useTable(options)
}
