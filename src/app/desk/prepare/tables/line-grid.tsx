import { IconArrowDown, IconArrowsSort, IconArrowUp, IconTableOff } from '@tabler/icons-react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableKind } from '#domain/tables/columns.ts'
import { EmptyState } from '../../../shared/empty-state.tsx'
import { columnName } from '../import/complaint-words.ts'
import { type GridColumn, gridColumns } from './grid-columns.ts'
import { LineGridRow } from './line-grid-row.tsx'
import styles from './tables.module.css'
import { useCellDrafts } from './use-cell-drafts.ts'
import { useGridFocus } from './use-grid-focus.ts'
import type { LineTable } from './use-line-table.ts'

/** Also in the style sheet. */
const ROW_PX = 44
const OVERSCAN = 8

interface LineGridProps {
  kind: TableKind
  table: LineTable
  /** Several cells were pasted on the table. */
  onPaste: (text: string) => void
}

/**
 * The rows on screen of a long table, and only those. One cell at a time is in the order of tabulation; arrows move it, Enter writes in it
 * (ARIA grid pattern). Screen readers are told how many rows there are in all.
 */
export function LineGrid({ kind, table, onPaste }: LineGridProps) {
  const { t } = useTranslation('prepare')
  const scroller = useRef<HTMLDivElement>(null)
  const columns = gridColumns(kind)
  const rows = table.getRowModel().rows
  const edits = useCellDrafts(kind)
  const focus = useGridFocus({
    rowCount: rows.length,
    columnCount: columns.length + 1,
    grid: scroller,
    scrollTo: (row) => virtualizer.scrollToIndex(row),
    isWritten: (column) => columns[column - 1]?.key !== undefined,
  })
  const activeRow = focus.active.row
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: OVERSCAN,
    scrollPaddingStart: ROW_PX,
    // The row of the active cell stays: its focus must not vanish while the rest is scrolled.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), Math.min(activeRow, rows.length - 1)])].sort((a, b) => a - b),
  })
  const write = (place: { row: number; column: number }, text: string) => {
    const row = rows[place.row]
    const key = columns[place.column - 1]?.key
    if (row && key) edits.write(row.id, key, text)
  }
  if (rows.length === 0)
    return (
      <EmptyState icon={IconTableOff} title={t('tables.empty')}>
        {t('tables.emptyAdvice')}
      </EmptyState>
    )
  return (
    <>
      <div ref={scroller} className={styles['grid']}>
        <table
          role="grid"
          aria-label={t(`kind.${kind}`)}
          aria-describedby="line-grid-help"
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable
          onKeyDown={focus.onKeyDown}
          onPaste={(event) => {
            if (focus.editing !== null) return
            event.preventDefault()
            const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '')
            if (/[\t\n]/.test(text) || focus.active.column === 0) onPaste(text)
            else write(focus.active, text)
          }}
        >
          <thead className={styles['head']}>
            <tr aria-rowindex={1} className={styles['row']}>
              <th scope="col" aria-colindex={1} className={styles['check']}>
                <input
                  type="checkbox"
                  aria-label={t('tables.chooseAll')}
                  checked={table.getIsAllRowsSelected()}
                  ref={(box) => {
                    if (box) box.indeterminate = table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()
                  }}
                  onChange={(event) => table.toggleAllRowsSelected(event.currentTarget.checked)}
                />
              </th>
              {columns.map((column, place) => (
                <HeadCell key={column.id} column={column} place={place} table={table} />
              ))}
            </tr>
          </thead>
          <tbody className={styles['body']} style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const row = rows[index]
              if (!row) return null
              return (
                <LineGridRow
                  key={row.id}
                  line={row.original}
                  index={index}
                  top={start}
                  columns={columns}
                  draft={edits.draftOf(row.id)}
                  isChosen={row.getIsSelected()}
                  onChoose={row.getToggleSelectedHandler()}
                  activeColumn={index === activeRow ? focus.active.column : null}
                  editing={index === activeRow ? focus.editing : null}
                  onActivate={(columnIndex, edits) => focus.activate({ row: index, column: columnIndex }, edits)}
                  onWrite={(columnIndex, text, move) => {
                    write({ row: index, column: columnIndex }, text)
                    focus.leaveEditing(move)
                  }}
                  onCancel={() => focus.leaveEditing('stay')}
                />
              )
            })}
          </tbody>
        </table>
      </div>
      <p className={styles['help']} id="line-grid-help">
        {t('tables.help')}
      </p>
    </>
  )
}

function HeadCell({ column, place, table }: { column: GridColumn; place: number; table: LineTable }) {
  const { t } = useTranslation('prepare')
  const sorted = table.state.sorting.find(({ id }) => id === column.id)
  const Icon = sorted === undefined ? IconArrowsSort : sorted.desc ? IconArrowDown : IconArrowUp
  return (
    <th
      scope="col"
      aria-colindex={place + 2}
      aria-sort={sorted === undefined ? 'none' : sorted.desc ? 'descending' : 'ascending'}
      className={styles['cell']}
      data-wide={column.isWide}
    >
      <button type="button" onClick={() => table.getColumn(column.id)?.toggleSorting()}>
        {column.key === undefined ? t('tables.person') : columnName(column.key)}
        <Icon size={15} aria-hidden />
      </button>
    </th>
  )
}
