import { useTranslation } from 'react-i18next'
import type { FieldIssue, Problem } from '#contract/problems.ts'
import { Notice } from '../shared/notice.tsx'
import styles from './desk.module.css'
import { quoteLine } from './file-lines.ts'
import tableStyles from './table.module.css'

/** Everything wrong in the file at once: place, what is wrong, and the file's own line to find it by. */
export function ImportComplaints({ problem, text }: { problem: Problem; text: string }) {
  const { t } = useTranslation('desk')
  const issues = problem.issues ?? []
  return (
    <section className={styles['section']} aria-labelledby="import-complaints">
      <Notice tone="danger" role="alert" title={`${problem.title}. ${t('import.nothingImported')}`}>
        {problem.detail}
      </Notice>
      <h2 id="import-complaints">{t('import.complaintsTitle', { count: issues.length })}</h2>
      <table className={tableStyles['table']} aria-labelledby="import-complaints">
        <thead>
          <tr>
            <th scope="col">{t('import.columns.line')}</th>
            <th scope="col">{t('import.columns.column')}</th>
            <th scope="col">{t('import.columns.field')}</th>
            <th scope="col">{t('import.columns.message')}</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <ComplaintRow key={`${issue.path} ${issue.line} ${issue.column} ${issue.message}`} issue={issue} text={text} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ComplaintRow({ issue, text }: { issue: FieldIssue; text: string }) {
  const { t } = useTranslation('desk')
  const quoted = quoteLine(text, issue.line, issue.column)
  return (
    <tr>
      <td className="cdj-figures" data-label={t('import.columns.line')}>
        {issue.line ?? t('import.noPlace')}
      </td>
      <td className="cdj-figures" data-label={t('import.columns.column')}>
        {issue.column ?? t('import.noPlace')}
      </td>
      <td data-label={t('import.columns.field')}>{issue.path === '' ? t('import.wholeFile') : issue.path}</td>
      <td data-label={t('import.columns.message')}>
        <div>
          {issue.message}
          {quoted && <code className={styles['quote']}>{quoted}</code>}
        </div>
      </td>
    </tr>
  )
}
