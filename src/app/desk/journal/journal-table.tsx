import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { JournalNames } from '#contract/journal.ts'
import type { JournalRow } from '#domain/journal.ts'
import { actorWords, actWords, subjectFields, subjectWords } from '#texts/journal-words.ts'
import { formatMoment } from '../../shared/formatters.ts'
import styles from '../desk.module.css'
import tableStyles from '../table.module.css'

/** Rows of the journal in words. */
export function JournalTable({ rows, names }: { rows: readonly JournalRow[]; names: JournalNames }) {
  const { t } = useTranslation('desk')
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
            <td className={`cdj-figures ${tableStyles['whole']}`} data-label={t('journal.columns.at')}>
              {formatMoment(Date.parse(row.at))}
            </td>
            <td data-label={t('journal.columns.act')}>{actWords(row.act)}</td>
            <td data-label={t('journal.columns.actor')}>{actorWords(row.actor, names)}</td>
            <td data-label={t('journal.columns.subject')}>
              <SubjectList subject={row.subject} names={names} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the act was about; a sheet, minutes or a session lead to their page. */
function SubjectList({ subject, names }: { subject: JournalRow['subject']; names: JournalNames }) {
  return (
    <ul className={styles['inline']}>
      {subjectFields(subject).map((field) => {
        const page = subjectPage(field, String(subject[field]), names)
        const words = subjectWords(subject, field, names)
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

/** A session that only the preparation knows has no page of the day yet. */
function subjectPage(field: string, value: string, { sessions }: JournalNames): string | null {
  if (field === 'sheetHash') return `/coordination/fiches/${encodeURIComponent(value)}`
  if (field === 'minutesHash') return `/coordination/proces-verbaux/${encodeURIComponent(value)}`
  const isSession = field === 'sessionId' && sessions.some(({ id }) => id === value)
  return isSession ? `/coordination/sessions/${encodeURIComponent(value)}` : null
}
