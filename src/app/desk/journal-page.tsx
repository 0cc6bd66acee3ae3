import { Anchor, Button, NativeSelect } from '@mantine/core'
import { IconLink, IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { JournalRow } from '#domain/journal.ts'
import { EmptyState } from '../shared/empty-state.tsx'
import { formatMoment } from '../shared/formatters.ts'
import { Notice } from '../shared/notice.tsx'
import { PageHeader } from '../shared/page-header.tsx'
import { Answered } from './answered.tsx'
import styles from './desk.module.css'
import { useActName, useSubjectName } from './journal-words.ts'
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
      <Answered loaded={journal}>{({ rows, brokenAt }) => <JournalView rows={rows} brokenAt={brokenAt} />}</Answered>
    </>
  )
}

/** `brokenAt`: the first line at which the chain does not hold, or null. */
export function JournalView({ rows, brokenAt }: { rows: readonly JournalRow[]; brokenAt: number | null }) {
  const { t } = useTranslation('desk')
  const actName = useActName()
  const [act, setAct] = useState('')
  const [limit, setLimit] = useState(PAGE_ROWS)
  if (rows.length === 0)
    return (
      <EmptyState icon={IconListDetails} title={t('journal.emptyTitle')}>
        {t('journal.emptyText')}
      </EmptyState>
    )
  const acts = [...new Set(rows.map((row) => row.act))].sort((a, b) => actName(a).localeCompare(actName(b), 'fr'))
  const chosen = rows.filter((row) => act === '' || row.act === act).sort((a, b) => b.index - a.index)
  const shown = chosen.slice(0, limit)
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
      <NativeSelect
        label={t('journal.filter')}
        maw={360}
        value={act}
        onChange={(event) => setAct(event.currentTarget.value)}
        data={[{ value: '', label: t('journal.all') }, ...acts.map((value) => ({ value, label: actName(value) }))]}
      />
      <p role="status" className={styles['plain']}>
        {t('journal.shown', { count: shown.length, total: chosen.length })}
      </p>
      <JournalTable rows={shown} />
      {shown.length < chosen.length && (
        <div className={styles['tools']}>
          <Button variant="default" onClick={() => setLimit(limit + PAGE_ROWS)}>
            {t('journal.more')}
          </Button>
        </div>
      )}
    </>
  )
}

function JournalTable({ rows }: { rows: readonly JournalRow[] }) {
  const { t } = useTranslation('desk')
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
            <td data-label={t('journal.columns.actor')}>
              <ActorWords actor={row.actor} />
            </td>
            <td data-label={t('journal.columns.subject')}>
              <SubjectWords subject={row.subject} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the act was about; a sheet or a session leads to its page. */
function SubjectWords({ subject }: { subject: JournalRow['subject'] }) {
  const subjectName = useSubjectName()
  return (
    <ul className={styles['inline']}>
      {Object.entries(subject).map(([field, value]) => {
        const page = subjectPage(field, String(value))
        const words = `${subjectName(field)} ${shortened(String(value))}`
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

function ActorWords({ actor }: { actor: string }) {
  const { t } = useTranslation('desk')
  const [kind, id = ''] = actor.split(':')
  if (kind === 'coordinator') return <>{t('journal.actor.coordinator', { id: shortened(id) })}</>
  if (kind === 'device') return <>{t('journal.actor.device', { id: shortened(id) })}</>
  return <>{kind === 'server' ? t('journal.actor.server') : actor}</>
}

/** A hash's first characters are enough to find its line again. */
function shortened(id: string): string {
  return id.length > 14 ? `${id.slice(0, 10)}…` : id
}
