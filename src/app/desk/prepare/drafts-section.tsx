import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PreparationSummary } from '#contract/prepare.ts'
import styles from '../desk.module.css'
import { sessionDates } from '../session-dates.ts'
import tableStyles from '../table.module.css'

/** The sessions not yet published, for those who prepare them. */
export function DraftsSection({ preparations }: { preparations: readonly PreparationSummary[] }) {
  const { t } = useTranslation('prepare')
  if (preparations.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby="drafts-title">
      <h2 id="drafts-title">{t('start.inProgress')}</h2>
      <table className={tableStyles['table']} aria-labelledby="drafts-title">
        <thead>
          <tr>
            <th scope="col">{t('start.drafts.session')}</th>
            <th scope="col">{t('start.drafts.dates')}</th>
            <th scope="col">{t('start.drafts.state')}</th>
          </tr>
        </thead>
        <tbody>
          {preparations.map((draft) => (
            <tr key={draft.sessionId}>
              <th scope="row">
                <div className={styles['cell']}>
                  <Anchor component={Link} to={`/coordination/sessions/${encodeURIComponent(draft.sessionId)}/preparation`} fw={650}>
                    {draft.title}
                  </Anchor>
                  <span className={styles['soft']}>
                    {draft.centre}, {t('start.candidates', { count: draft.candidates })}, {t('start.orals', { count: draft.orals })}
                  </span>
                </div>
              </th>
              <td data-label={t('start.drafts.dates')}>{sessionDates(draft)}</td>
              <td data-label={t('start.drafts.state')}>
                {draft.unplaced > 0 ? t('start.unplaced', { count: draft.unplaced }) : t('start.allPlaced')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
