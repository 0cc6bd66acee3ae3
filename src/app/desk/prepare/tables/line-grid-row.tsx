import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnKey } from '#domain/tables/columns.ts'
import { columnName } from '../import/complaint-words.ts'
import type { CellDraft } from './cell-draft.ts'
import type { GridColumn } from './grid-columns.ts'
import type { LineRow } from './line-rows.ts'
import styles from './tables.module.css'
import type { Editing, Leave } from './use-grid-focus.ts'
import { useSuggestions } from './use-suggestions.ts'

interface LineGridRowProps {
  line: LineRow
  /** Place among the rows shown, from 0. */
  index: number
  /** Pixels from the first row. */
  top: number
  columns: readonly GridColumn[]
  draft: CellDraft | undefined
  isChosen: boolean
  onChoose: (event: unknown) => void
  activeColumn: number | null
  editing: Editing | null
  onActivate: (column: number, edits: boolean) => void
  onWrite: (column: number, text: string, leave: Leave) => void
  onCancel: () => void
}

/** One line: a box that chooses it, then its cells. */
export function LineGridRow(props: LineGridRowProps) {
  const { t } = useTranslation('prepare')
  const { line, index, top, columns, draft, isChosen, onChoose, activeColumn, editing, onActivate } = props
  return (
    <tr aria-rowindex={index + 2} aria-selected={isChosen} className={styles['row']} style={{ transform: `translateY(${top}px)` }}>
      <td aria-colindex={1} className={styles['check']}>
        <input
          type="checkbox"
          data-column={0}
          tabIndex={activeColumn === 0 ? 0 : -1}
          aria-label={t('tables.choose', { name: line.name })}
          checked={isChosen}
          onChange={onChoose}
          onFocus={() => onActivate(0, false)}
        />
      </td>
      {columns.map(({ id, key, isWide }, place) => {
        const column = place + 1
        const text = key === undefined ? line.name : (draft?.cells[key] ?? line.cells[key] ?? '')
        const error = key && draft?.errors[key]
        if (key && editing?.column === column) {
          return (
            <td key={id} aria-colindex={column + 1} className={styles['cell']} data-wide={isWide}>
              <CellInput
                column={key}
                name={line.name}
                start={editing.startText ?? text}
                error={error}
                onWrite={(written, leave) => props.onWrite(column, written, leave)}
                onCancel={props.onCancel}
              />
            </td>
          )
        }
        return (
          <td
            key={id}
            role="gridcell"
            aria-colindex={column + 1}
            aria-readonly={key === undefined || undefined}
            aria-invalid={error !== undefined || undefined}
            data-column={column}
            data-wide={isWide}
            tabIndex={activeColumn === column ? 0 : -1}
            className={styles['cell']}
            title={error}
            onFocus={() => activeColumn !== column && onActivate(column, false)}
            onDoubleClick={() => onActivate(column, true)}
          >
            {error && <IconAlertTriangle size={16} aria-hidden />}
            <span>{text}</span>
            {error && <VisuallyHidden>{error}</VisuallyHidden>}
          </td>
        )
      })}
    </tr>
  )
}

interface CellInputProps {
  column: ColumnKey
  name: string
  start: string
  error: string | undefined
  onWrite: (text: string, leave: Leave) => void
  onCancel: () => void
}

const LEAVING: Record<string, Leave | undefined> = { Enter: 'down', Tab: 'next' }

/** The cell while it is written. Enter keeps and goes down, Tab goes on, Escape leaves it as it was. */
function CellInput({ column, name, start, error, onWrite, onCancel }: CellInputProps) {
  const { t } = useTranslation('prepare')
  const [text, setText] = useState(start)
  const listId = useId()
  const errorId = useId()
  const suggestions = useSuggestions(column)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  // Browsers differ on whether a field that is taken away tells of its blur: the cell is left once.
  const isLeft = useRef(false)
  const leaveBy = (act: () => void) => {
    if (isLeft.current) return
    isLeft.current = true
    act()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') return leaveBy(onCancel)
    const leave = event.key === 'Tab' && event.shiftKey ? 'previous' : LEAVING[event.key]
    if (leave === undefined) return
    event.preventDefault()
    leaveBy(() => onWrite(text, leave))
  }
  return (
    <>
      <input
        ref={input}
        className={styles['input']}
        aria-label={t('tables.cellOf', { column: columnName(column), name })}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : errorId}
        value={text}
        list={listId}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => leaveBy(() => onWrite(text, 'away'))}
      />
      <datalist id={listId}>
        {suggestions.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      {error !== undefined && <VisuallyHidden id={errorId}>{error}</VisuallyHidden>}
    </>
  )
}
