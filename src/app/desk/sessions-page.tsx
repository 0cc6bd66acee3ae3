import { Anchor, Button } from '@mantine/core'
import { IconCalendarEvent, IconCalendarPlus, IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SessionSummary } from '#contract/desk.ts'
import { EmptyState } from '../shared/empty-state.tsx'
import { PageHeader } from '../shared/page-header.tsx'
import { Answered } from './answered.tsx'
import styles from './desk.module.css'
import { DraftsSection } from './prepare/drafts-section.tsx'
import { useMay } from './rights.ts'
import { sessionDates } from './session-dates.ts'
import { SheetCountsView } from './sheet-counts.tsx'
import tableStyles from './table.module.css'
import { useAnswer } from './use-answer.ts'

/** The desk's first page: every session, and how many of its sheets came in. */
export function SessionsPage() {
  const { t } = useTranslation('desk')
  const may = useMay()
  return (
    <>
      <PageHeader title={t('sessions.title')} opensVisit />
      {may('preparations') ? <WithDrafts /> : <PublishedSessions hasDrafts={false} />}
    </>
  )
}

/** For those who prepare sessions: what they prepare comes first. */
function WithDrafts() {
  const drafts = useAnswer('preparations')
  return (
    <>
      <Answered loaded={drafts}>{({ preparations }) => <DraftsSection preparations={preparations} />}</Answered>
      <PublishedSessions hasDrafts={drafts.value !== null && drafts.value.preparations.length > 0} />
    </>
  )
}

function PublishedSessions({ hasDrafts }: { hasDrafts: boolean }) {
  const { t } = useTranslation('desk')
  const sessions = useAnswer('sessions')
  return (
    <Answered loaded={sessions}>
      {({ sessions: list }) =>
        list.length > 0 ? (
          <>
            <NewSessionButtons />
            <SessionsTable sessions={list} />
          </>
        ) : hasDrafts ? (
          <>
            <p className={styles['plain']}>{t('sessions.onlyDrafts')}</p>
            <NewSessionButtons />
          </>
        ) : (
          <EmptyState icon={IconCalendarEvent} title={t('sessions.emptyTitle')} action={<NewSessionButtons />}>
            {t('sessions.emptyText')}
          </EmptyState>
        )
      }
    </Answered>
  )
}

function NewSessionButtons() {
  const { t } = useTranslation(['desk', 'prepare'])
  const may = useMay()
  if (!may('createPreparation')) return null
  return (
    <div className={styles['tools']}>
      <Button component={Link} to="/coordination/preparer" leftSection={<IconCalendarPlus size={18} aria-hidden />}>
        {t('prepare:start.open')}
      </Button>
      <Button component={Link} to="/coordination/import" variant="default" leftSection={<IconFileImport size={18} aria-hidden />}>
        {t('sessions.import')}
      </Button>
    </div>
  )
}

function SessionsTable({ sessions }: { sessions: readonly SessionSummary[] }) {
  const { t } = useTranslation('desk')
  return (
    <table className={tableStyles['table']} aria-label={t('sessions.title')}>
      <thead>
        <tr>
          <th scope="col">{t('sessions.columns.title')}</th>
          <th scope="col">{t('sessions.columns.centre')}</th>
          <th scope="col">{t('sessions.columns.dates')}</th>
          <th scope="col">{t('sessions.columns.sheets')}</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            <th scope="row">
              <div className={styles['cell']}>
                <Anchor component={Link} to={`/coordination/sessions/${encodeURIComponent(session.id)}`} fw={650}>
                  {session.title}
                </Anchor>
                <span className={styles['soft']}>
                  {t('sessions.candidates', { count: session.candidates })}, {t('sessions.orals', { count: session.orals })}
                </span>
              </div>
            </th>
            <td data-label={t('sessions.columns.centre')}>{session.centre}</td>
            <td data-label={t('sessions.columns.dates')}>{sessionDates(session)}</td>
            <td data-label={t('sessions.columns.sheets')}>
              <SheetCountsView expected={session.sheetsExpected} received={session.sheetsReceived} missing={null} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
