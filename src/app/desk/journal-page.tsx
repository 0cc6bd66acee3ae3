import { Anchor, Button } from '@mantine/core'
import { IconDownload, IconLink, IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Journal } from '#contract/desk.ts'
import type { JournalRow } from '#domain/journal.ts'
import { EmptyState } from '../shared/empty-state.tsx'
import { formatMoment } from '../shared/formatters.ts'
import { Notice } from '../shared/notice.tsx'
import { PageHeader } from '../shared/page-header.tsx'
import { saveFile } from '../shared/save-file.ts'
import { Answered } from './answered.tsx'
import styles from './desk.module.css'
import { journalCsv } from './journal-csv.ts'
import { JournalFilterBar } from './journal-filter-bar.tsx'
import { filteredRows, NO_FILTERS } from './journal-filters.ts'
import { useActName, useActorName, useSubjectWords } from './journal-words.ts'
import tableStyles from './table.module.css'
import { useAnswer } from './use-answer.ts'

const PAGE_ROWS = 100

/** The server's append-only journal, newest first, and whether its chain holds. */
export function JournalPage() {
  const { t } = useTranslation('desk')
  const journal = useAnswer('journal')
  return (
    <>
      <PageHeader title={t('journal.title')} opensVisit>
        {t('journal.intro')}
      </PageHeader>
      <Answered loaded={journal}>{(value) => <JournalView journal={value} />}</Answered>
    </>
  )
}

function JournalView({ journal: { rows, brokenAt, people } }: { journal: Journal }) {
  const { t } = useTranslation('desk')
  const act = useActName()
  const actor = useActorName(people)
  const subject = useSubjectWords(people)
  const [filters, setFilters] = useState(NO_FILTERS)
  const [limit, setLimit] = useState(PAGE_ROWS)
  if (rows.length === 0)
    return (
      <EmptyState icon={IconListDetails} title={t('journal.emptyTitle')}>
        {t('journal.emptyText')}
      </EmptyState>
    )
  const chosen = filteredRows(rows, filters)
  const shown = chosen.slice(0, limit)
  const words = {
    act,
    actor: (name: string) => actor(name, false),
    subject: (field: string, value: string) => subject(field, value, false),
  }
  return (
    <>
      {brokenAt === null ? (
        <p className={styles['proofLine']}>
          <IconLink size={20} aria-hidden />
          {t('journal.intact', { count: rows.length })}
        </p>
      ) : (
        <Notice tone="danger" role="alert" title={t('journal.broken', { index: brokenAt })} />
      )}
      <JournalFilterBar rows={rows} filters={filters} actorName={actor} onChange={setFilters} />
      <p role="status" className={styles['plain']}>
        {t('journal.shown', { count: shown.length, total: chosen.length })}
      </p>
      {chosen.length === 0 ? <p className={styles['plain']}>{t('journal.none')}</p> : <JournalTable rows={shown} people={people} />}
      <div className={styles['tools']}>
        {shown.length < chosen.length && (
          <Button variant="default" onClick={() => setLimit(limit + PAGE_ROWS)}>
            {t('journal.more')}
          </Button>
        )}
        {chosen.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => saveFile(t('journal.fileName'), journalCsv(chosen, words), 'text/csv;charset=utf-8')}
          >
            {t('journal.export')}
          </Button>
        )}
      </div>
    </>
  )
}

function JournalTable({ rows, people }: { rows: readonly JournalRow[]; people: Journal['people'] }) {
  const { t } = useTranslation('desk')
  const actorName = useActorName(people)
  const actName = useActName()
  return (
    <table className={tableStyles['table']} aria-label={t('journal.title')}>
      <thead>
        <tr>
          <th scope="col">{t('journal.columns.index')}</th>
          <th scope="col">{t('journal.columns.at')}</th>
          <th scope="col">{t('journal.columns.act')}</th>
          <th scope="col">{t('journal.columns.actor')}</th>
          <th scope="col">{t('journal.columns.subject')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.index}>
            <td className="cdj-figures" data-label={t('journal.columns.index')}>
              {row.index}
            </td>
            <td className="cdj-figures" data-label={t('journal.columns.at')}>
              {formatMoment(Date.parse(row.at))}
            </td>
            <td data-label={t('journal.columns.act')}>{actName(row.act)}</td>
            <td data-label={t('journal.columns.actor')}>{actorName(row.actor)}</td>
            <td data-label={t('journal.columns.subject')}>
              <SubjectWords subject={row.subject} people={people} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the act was about; a sheet or a session leads to its page. */
function SubjectWords({ subject, people }: { subject: JournalRow['subject']; people: Journal['people'] }) {
  const subjectWords = useSubjectWords(people)
  return (
    <ul className={styles['inline']}>
      {Object.entries(subject).map(([field, value]) => {
        const page = subjectPage(field, String(value))
        const words = subjectWords(field, String(value))
        return (
          <li key={field}>
            {page ? (
              <Anchor component={Link} to={page}>
                {words}
              </Anchor>
            ) : (
              words
            )}
          </li>
        )
      })}
    </ul>
  )
}

function subjectPage(field: string, value: string): string | null {
  if (field === 'sheetHash') return `/coordination/fiches/${encodeURIComponent(value)}`
  return field === 'sessionId' ? `/coordination/sessions/${encodeURIComponent(value)}` : null
}
