import { NativeSelect, ScrollArea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type ColumnKey,
  columnKeys,
  detectMapping,
  isCompulsory,
  type MappedTable,
  TABLE_KINDS,
  type TableKind,
} from '#domain/tables/columns.ts'
import { cellText, headIndex, headOf, type Table } from '#domain/tables/table.ts'
import styles from '../../desk.module.css'
import own from '../prepare.module.css'
import { columnName } from './complaint-words.ts'

const PREVIEW_LINES = 4

/** What was understood of each table: what it lists, where its columns are, its first lines. All of it can be changed. */
export function MappingSection({ tables, onChange }: { tables: readonly MappedTable[]; onChange: (tables: MappedTable[]) => void }) {
  const { t } = useTranslation('prepare')
  const replace = (place: number, mapped: MappedTable) => onChange(tables.map((one, index) => (index === place ? mapped : one)))
  return (
    <section className={styles['section']} aria-labelledby="mapping-title">
      <h2 id="mapping-title">{t('mapping.title')}</h2>
      {tables.map((mapped, place) => (
        <TableMapping key={mapped.table.name} mapped={mapped} onChange={(changed) => replace(place, changed)} />
      ))}
    </section>
  )
}

function TableMapping({ mapped, onChange }: { mapped: MappedTable; onChange: (mapped: MappedTable) => void }) {
  const { t } = useTranslation('prepare')
  const { table, kind, mapping } = mapped
  const lines = Math.max(0, table.rows.length - (headIndex(table) ?? 0) - 1)
  const missing = kind !== null && columnKeys(kind).some((key) => isCompulsory(kind, key) && mapping[key] === undefined)
  const chooseKind = (value: string) => {
    const chosen = TABLE_KINDS.find((one) => one === value) ?? null
    onChange({ table, kind: chosen, mapping: chosen === null ? {} : detectMapping(table, chosen) })
  }
  return (
    <div className={styles['card']}>
      <div className={styles['headline']}>
        <h3>{t('mapping.sheet', { name: table.name })}</h3>
        <span className={styles['soft']}>{t('mapping.lines', { count: lines })}</span>
      </div>
      <NativeSelect
        label={t('mapping.kind')}
        value={kind ?? ''}
        onChange={(event) => chooseKind(event.currentTarget.value)}
        data={[...TABLE_KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) })), { value: '', label: t('mapping.ignored') }]}
      />
      {kind !== null && (
        <>
          <details className={styles['details']} open={missing}>
            <summary>{t('mapping.change')}</summary>
            <fieldset className={own['fields']} style={{ border: 0, padding: 0 }} aria-label={t('mapping.columns', { name: table.name })}>
              {columnKeys(kind).map((key) => (
                <ColumnChoice key={key} mapped={mapped} kind={kind} columnKey={key} onChange={onChange} />
              ))}
            </fieldset>
          </details>
          <Preview mapped={mapped} kind={kind} />
        </>
      )}
    </div>
  )
}

interface ColumnChoiceProps {
  mapped: MappedTable
  kind: TableKind
  columnKey: ColumnKey
  onChange: (mapped: MappedTable) => void
}

function ColumnChoice({ mapped, kind, columnKey, onChange }: ColumnChoiceProps) {
  const { t } = useTranslation('prepare')
  const name = columnName(columnKey)
  const choose = (value: string) => {
    const { [columnKey]: _former, ...others } = mapped.mapping
    onChange({ ...mapped, mapping: value === '' ? others : { ...others, [columnKey]: Number(value) } })
  }
  return (
    <NativeSelect
      label={isCompulsory(kind, columnKey) ? t('mapping.compulsory', { name }) : name}
      value={mapped.mapping[columnKey] ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: '', label: t('mapping.none') },
        ...headOf(mapped.table).flatMap((head, place) => (head === '' ? [] : [{ value: String(place), label: head }])),
      ]}
    />
  )
}

function Preview({ mapped, kind }: { mapped: MappedTable; kind: TableKind }) {
  const { t } = useTranslation('prepare')
  const keys = columnKeys(kind).filter((key) => mapped.mapping[key] !== undefined)
  const name = t('mapping.preview', { name: mapped.table.name })
  // A table wider than the screen is scrolled from the keyboard too.
  return (
    <ScrollArea viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': name }}>
      <table className={own['preview']} aria-label={name}>
        <thead>
          <tr>
            {keys.map((key) => (
              <th key={key} scope="col">
                {columnName(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {previewLines(mapped.table).map(({ line, cells }) => (
            <tr key={line}>
              {keys.map((key) => (
                <td key={key}>{cellText(cells[mapped.mapping[key] ?? -1])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function previewLines(table: Table): { line: number; cells: Table['rows'][number] }[] {
  const first = (headIndex(table) ?? 0) + 1
  return table.rows.slice(first, first + PREVIEW_LINES).map((cells, index) => ({ line: first + index + 1, cells }))
}
