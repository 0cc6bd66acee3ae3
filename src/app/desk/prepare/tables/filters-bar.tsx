import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconSearch, IconTablePlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableKind } from '#domain/tables/columns.ts'
import styles from '../../desk.module.css'
import { compareTexts, FACETS, type Facet, type LineRow } from './line-rows.ts'
import own from './tables.module.css'
import { facetColumn, type LineTable, SEARCH_COLUMN } from './use-line-table.ts'

interface FiltersBarProps {
  kind: TableKind
  table: LineTable
  rows: readonly LineRow[]
  onPaste: () => void
}

/** What is looked for, what of it is shown, and the way in for lines from elsewhere. */
export function FiltersBar({ kind, table, rows, onPaste }: FiltersBarProps) {
  const { t } = useTranslation('prepare')
  const facets: readonly Facet[] = FACETS[kind]
  const isFiltered = table.state.columnFilters.length > 0
  const shown = table.getFilteredRowModel().rows.length
  return (
    <div className={styles['section']}>
      <div className={own['filters']}>
        <TextInput
          type="search"
          label={t('tables.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={filterOf(table, SEARCH_COLUMN)}
          onChange={(event) => table.getColumn(SEARCH_COLUMN)?.setFilterValue(event.currentTarget.value)}
        />
        {facets.map((facet) => (
          <FacetSelect key={facet} facet={facet} table={table} rows={rows} />
        ))}
      </div>
      <div className={styles['tools']}>
        <Button variant="default" leftSection={<IconTablePlus size={18} aria-hidden />} onClick={onPaste}>
          {t('tables.paste')}
        </Button>
        <span role="status" className="cdj-figures">
          {isFiltered ? t('tables.shown', { shown, count: rows.length }) : t('tables.all', { count: rows.length })}
        </span>
        {isFiltered && (
          <Button variant="subtle" size="xs" onClick={() => table.resetColumnFilters(true)}>
            {t('tables.showAll')}
          </Button>
        )}
      </div>
    </div>
  )
}

function FacetSelect({ facet, table, rows }: { facet: Facet } & Pick<FiltersBarProps, 'table' | 'rows'>) {
  const { t } = useTranslation('prepare')
  const values = useMemo(() => [...new Set(rows.flatMap(({ facets }) => facets[facet] ?? []))].sort(compareTexts), [rows, facet])
  const chosen = filterOf(table, facetColumn(facet))
  // A value that is gone stays offered while it is chosen, so that it can be left.
  const offered = chosen === '' || values.includes(chosen) ? values : [...values, chosen]
  return (
    <NativeSelect
      label={t(`tables.facet.${facet}`)}
      value={chosen}
      onChange={(event) => table.getColumn(facetColumn(facet))?.setFilterValue(event.currentTarget.value)}
      data={[{ value: '', label: t('tables.any') }, ...offered]}
    />
  )
}

function filterOf(table: LineTable, columnId: string): string {
  return String(table.state.columnFilters.find(({ id }) => id === columnId)?.value ?? '')
}
