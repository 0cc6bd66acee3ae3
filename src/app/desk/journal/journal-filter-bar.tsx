import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { JournalSummary } from '#contract/journal.ts'
import { actorWords, actWords } from '#texts/journal-words.ts'
import styles from '../desk.module.css'
import { type JournalFilters, NO_FILTERS } from './journal-filters.ts'

interface JournalFilterBarProps {
  journal: JournalSummary
  filters: JournalFilters
  onChange: (filters: JournalFilters) => void
}

/** Chooses rows by act, author, session, dates and text. Only acts and authors that the journal holds are offered. */
export function JournalFilterBar({ journal, filters, onChange }: JournalFilterBarProps) {
  const { t } = useTranslation('desk')
  const change = (part: Partial<JournalFilters>) => onChange({ ...filters, ...part })
  const acts = journal.acts.map((value) => ({ value, label: actWords(value) })).sort(byLabel)
  const actors = journal.actors.map((value) => ({ value, label: actorWords(value, journal) })).sort(byLabel)
  const sessions = journal.sessions.map(({ id, title }) => ({ value: id, label: title })).sort(byLabel)
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
      <NativeSelect
        label={t('journal.session')}
        value={filters.sessionId}
        onChange={(event) => change({ sessionId: event.currentTarget.value })}
        data={[{ value: '', label: t('journal.allSessions') }, ...sessions]}
      />
      <TextInput
        type="date"
        label={t('journal.from')}
        value={filters.from}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextInput type="date" label={t('journal.to')} value={filters.to} onChange={(event) => change({ to: event.currentTarget.value })} />
      <TextInput
        type="search"
        miw={250}
        label={t('journal.text')}
        placeholder={t('journal.textHelp')}
        maxLength={200}
        value={filters.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      {JSON.stringify(filters) !== JSON.stringify(NO_FILTERS) && (
        <Button variant="subtle" onClick={() => onChange(NO_FILTERS)}>
          {t('journal.reset')}
        </Button>
      )}
    </div>
  )
}

function byLabel(a: { label: string }, b: { label: string }): number {
  return a.label.localeCompare(b.label, 'fr')
}
