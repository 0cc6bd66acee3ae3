import { Button, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ColumnKey, isCompulsory, type TableKind } from '#domain/tables/columns.ts'
import { type CellTexts, EDIT_COLUMNS } from '#domain/tables/edit-lines.ts'
import { addLine } from '#domain/tables/edit-table.ts'
import type { TableComplaint } from '#domain/tables/table-reading.ts'
import styles from '../../desk.module.css'
import { columnName, complaintWords } from '../import/complaint-words.ts'
import own from '../prepare.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'
import { editRequest } from './table-words.ts'
import { useSuggestions } from './use-suggestions.ts'

/** A line more, written field by field; what is wrong is said at its field. */
export function AddLineForm({ kind }: { kind: TableKind }) {
  const { t } = useTranslation('prepare')
  const { now, knownGrids, change } = usePreparedSession()
  const [cells, setCells] = useState<CellTexts>({})
  const [complaints, setComplaints] = useState<readonly TableComplaint[]>([])
  const [done, setDone] = useState('')
  const submit = () => {
    const outcome = addLine(kind, now, cells, editRequest(knownGrids))
    setComplaints(outcome.ok ? [] : outcome.complaints)
    setDone(outcome.ok ? t('tables.added') : '')
    if (!outcome.ok) return
    change(() => outcome.preparation)
    setCells({})
  }
  return (
    <details className={styles['details']}>
      <summary>{t('tables.add')}</summary>
      <form
        className={styles['section']}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className={own['fields']} style={{ alignItems: 'start' }}>
          {EDIT_COLUMNS[kind].map((key) => (
            <CellField
              key={key}
              kind={kind}
              column={key}
              value={cells[key] ?? ''}
              error={complaints.find((complaint) => complaint.key === key)}
              onChange={(text) => setCells({ ...cells, [key]: text })}
            />
          ))}
        </div>
        <div className={styles['tools']}>
          <Button type="submit" variant="default">
            {t('tables.addAct')}
          </Button>
          <span role="status">{done}</span>
        </div>
      </form>
    </details>
  )
}

interface CellFieldProps {
  kind: TableKind
  column: ColumnKey
  value: string
  error: TableComplaint | undefined
  onChange: (text: string) => void
}

function CellField({ kind, column, value, error, onChange }: CellFieldProps) {
  const { t } = useTranslation('prepare')
  const listId = useId()
  const suggestions = useSuggestions(column)
  const name = columnName(column)
  return (
    <div>
      <TextInput
        label={isCompulsory(kind, column) ? t('mapping.compulsory', { name }) : name}
        description={t(`hint.${column}`)}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={value}
        list={listId}
        autoComplete="off"
        error={error ? complaintWords(error) : null}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {suggestions.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
    </div>
  )
}
