import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { JournalRow } from '#domain/journal.ts'
import styles from './desk.module.css'
import { actorsOf, type JournalFilters } from './journal-filters.ts'
import { useActName } from './journal-words.ts'

interface JournalFilterBarProps {
  rows: readonly JournalRow[]
  filters: JournalFilters
  actorName: (actor: string) => string
  onChange: (filters: JournalFilters) => void
}

/** Chooses rows by act, author and dates. Only acts and authors that the journal holds are offered. */
export function JournalFilterBar({ rows, filters, actorName, onChange }: JournalFilterBarProps) {
  const { t } = useTranslation('desk')
  const actName = useActName()
  const change = (part: Partial<JournalFilters>) => onChange({ ...filters, ...part })
  const acts = [...new Set(rows.map((row) => row.act))].map((value) => ({ value, label: actName(value) })).sort(byLabel)
  const actors = actorsOf(rows)
    .map((value) => ({ value, label: actorName(value) }))
    .sort(byLabel)
  return (
    <div className={styles['tools']} style={{ alignItems: 'flex-end' }}>
      <NativeSelect
        label={t('journal.filter')}
        value={filters.act}
        onChange={(event) => change({ act: event.currentTarget.value })}
        data={[{ value: '', label: t('journal.all') }, ...acts]}
      />
      <NativeSelect
        label={t('journal.person')}
        value={filters.actor}
        onChange={(event) => change({ actor: event.currentTarget.value })}
        data={[{ value: '', label: t('journal.everybody') }, ...actors]}
      />
      <TextInput
        type="date"
        label={t('journal.from')}
        value={filters.from}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextInput type="date" label={t('journal.to')} value={filters.to} onChange={(event) => change({ to: event.currentTarget.value })} />
    </div>
  )
}

function byLabel(a: { label: string }, b: { label: string }): number {
  return a.label.localeCompare(b.label, 'fr')
}
