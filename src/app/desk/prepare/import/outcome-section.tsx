import { useTranslation } from 'react-i18next'
import type { ReadTables } from '#domain/tables/read-tables.ts'
import type { TableComplaint } from '#domain/tables/table-reading.ts'
import { Notice } from '../../../shared/notice.tsx'
import styles from '../../desk.module.css'
import tableStyles from '../../table.module.css'
import { complaintPlace, complaintWords } from './complaint-words.ts'

const MAX_SHOWN = 200

/** What the tables give: all that is wrong, each at its line and cell, or what is about to enter. */
export function OutcomeSection({ outcome }: { outcome: ReadTables }) {
  const { t } = useTranslation('prepare')
  if (outcome.ok) {
    const { candidates, jurors, panels, orals } = outcome.preparation
    return (
      <Notice tone="info" role="status" title={t('result.ready')}>
        {t('result.summary', {
          candidates: candidates.length,
          jurors: jurors.length,
          panels: panels.length,
          orals: orals.length,
          unplaced: orals.filter(({ place }) => place === null).length,
        })}
        {outcome.identities.length > 0 && ` ${t('result.identities', { count: outcome.identities.length })}`}
        {outcome.addresses.length > 0 && ` ${t('result.addresses', { count: outcome.addresses.length })}`}
      </Notice>
    )
  }
  return <ComplaintTable complaints={outcome.complaints} advice={t('result.complaintsAdvice')} />
}

/** Everything that is wrong, each at its place. `advice`: what is safe and what to do. */
export function ComplaintTable({ complaints, advice }: { complaints: readonly TableComplaint[]; advice: string }) {
  const { t } = useTranslation('prepare')
  return (
    <section className={styles['section']} aria-label={t('result.complaints', { count: complaints.length })}>
      <Notice tone="danger" role="status" title={t('result.complaints', { count: complaints.length })}>
        {advice}
      </Notice>
      <table className={tableStyles['table']} aria-label={t('result.complaints', { count: complaints.length })}>
        <thead>
          <tr>
            <th scope="col">{t('result.place')}</th>
            <th scope="col">{t('result.message')}</th>
          </tr>
        </thead>
        <tbody>
          {complaints.slice(0, MAX_SHOWN).map((complaint) => (
            <tr key={`${complaintPlace(complaint)} ${complaint.code} ${complaint.value}`}>
              <td data-label={t('result.place')}>{complaintPlace(complaint)}</td>
              <td data-label={t('result.message')}>{complaintWords(complaint)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {complaints.length > MAX_SHOWN && <p className={styles['plain']}>{t('result.more', { count: complaints.length - MAX_SHOWN })}</p>}
    </section>
  )
}
