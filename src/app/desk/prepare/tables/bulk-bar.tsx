import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnKey, TableKind } from '#domain/tables/columns.ts'
import { removeLines } from '#domain/tables/remove-lines.ts'
import type { TableComplaint } from '#domain/tables/table-reading.ts'
import { Notice } from '../../../shared/notice.tsx'
import { ConfirmDialog } from '../../account/confirm-dialog.tsx'
import styles from '../../desk.module.css'
import { columnName, complaintWords } from '../import/complaint-words.ts'
import own from '../prepare.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'
import type { LineRow } from './line-rows.ts'
import { useCellDrafts } from './use-cell-drafts.ts'
import type { LineTable } from './use-line-table.ts'
import { useSuggestions } from './use-suggestions.ts'

/** What can be the same for many: never a number or a name. */
const BULK_COLUMNS = {
  candidates: ['extraTime', 'accommodation', 'blocks'],
  jurors: ['panel', 'external', 'quality'],
  orals: ['panel', 'room', 'date', 'scenario'],
} as const satisfies Record<TableKind, readonly ColumnKey[]>

const MAX_SHOWN = 12

interface BulkBarProps {
  kind: TableKind
  table: LineTable
  rows: readonly LineRow[]
}

/** Acts on the chosen lines: one value in one column of all of them, or their removal. */
export function BulkBar({ kind, table, rows }: BulkBarProps) {
  const chosen = rows.filter(({ id }) => table.state.rowSelection[id] === true)
  return chosen.length === 0 ? null : <Bulk kind={kind} table={table} chosen={chosen} />
}

function Bulk({ kind, table, chosen }: { kind: TableKind; table: LineTable; chosen: readonly LineRow[] }) {
  const { t } = useTranslation('prepare')
  const { change } = usePreparedSession()
  const { writeAll } = useCellDrafts(kind)
  const columns: readonly ColumnKey[] = BULK_COLUMNS[kind]
  const [key, setKey] = useState<ColumnKey>(BULK_COLUMNS[kind][0])
  const [text, setText] = useState('')
  const [complaints, setComplaints] = useState<{ complaint: TableComplaint; name: string }[]>([])
  const [done, setDone] = useState('')
  const [confirming, setConfirming] = useState(false)
  const listId = useId()
  const hintId = useId()
  const suggestions = useSuggestions(key)
  const apply = () => {
    const found = writeAll(
      chosen.map(({ id }) => id),
      key,
      text,
    )
    setComplaints(found.map((complaint) => ({ complaint, name: chosen[(complaint.line ?? 1) - 1]?.name ?? '' })))
    setDone(found.length === 0 ? t('tables.bulkDone', { count: chosen.length, column: columnName(key) }) : '')
  }
  const remove = () => {
    setConfirming(false)
    change((before) => removeLines(kind, before, new Set(chosen.map(({ id }) => id))))
    table.resetRowSelection(true)
  }
  return (
    <section className={styles['card']} aria-label={t('tables.bulk')}>
      <div className={styles['headline']}>
        <strong className="cdj-figures">{t('tables.chosen', { count: chosen.length })}</strong>
        <Button variant="subtle" size="xs" onClick={() => table.resetRowSelection(true)}>
          {t('tables.chooseNone')}
        </Button>
      </div>
      <form
        className={own['fields']}
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <NativeSelect
          label={t('tables.bulkColumn')}
          value={key}
          onChange={(event) => setKey(columns.find((one) => one === event.currentTarget.value) ?? key)}
          data={columns.map((value) => ({ value, label: columnName(value) }))}
        />
        <TextInput
          label={t('tables.bulkValue')}
          aria-describedby={hintId}
          value={text}
          list={listId}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <datalist id={listId}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
        <Button type="submit" variant="default">
          {t('tables.bulkApply')}
        </Button>
        <Button
          variant="default"
          c="var(--cdj-danger)"
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={() => setConfirming(true)}
        >
          {t('tables.remove')}
        </Button>
      </form>
      <span id={hintId} className={styles['soft']}>
        {columnName(key)} : {t(`hint.${key}`)}
      </span>
      <span role="status">{done}</span>
      {complaints.length > 0 && (
        <Notice tone="danger" role="alert" title={t('tables.bulkRefused', { count: complaints.length })}>
          <ul className={styles['list']}>
            {complaints.slice(0, MAX_SHOWN).map(({ complaint, name }) => (
              <li key={`${complaint.line} ${complaint.code} ${complaint.value}`}>
                {name} : {complaintWords(complaint)}
              </li>
            ))}
          </ul>
          {complaints.length > MAX_SHOWN && t('result.more', { count: complaints.length - MAX_SHOWN })}
        </Notice>
      )}
      {confirming && (
        <ConfirmDialog
          title={t(`tables.removeTitle.${kind}`, { count: chosen.length })}
          confirm={t('tables.removeAct')}
          onConfirm={remove}
          onClose={() => setConfirming(false)}
        >
          {t(`tables.removeText.${kind}`)}
        </ConfirmDialog>
      )}
    </section>
  )
}
