import { useTranslation } from 'react-i18next'
import type { DataProtection } from '#contract/data-protection.ts'
import { formatDate } from '../../shared/formatters.ts'
import styles from '../desk.module.css'
import table from '../table.module.css'

/** What goes next, and what went. */
export function PurgeTables({ upcoming, purges }: Pick<DataProtection, 'upcoming' | 'purges'>) {
  const { t } = useTranslation('dataProtection')
  return (
    <>
      <section className={styles['section']} aria-labelledby="data-upcoming">
        <h2 id="data-upcoming">{t('purges.upcomingTitle')}</h2>
        {upcoming.length === 0 ? (
          <p className={styles['plain']}>{t('purges.upcomingNone')}</p>
        ) : (
          <table className={table['table']} aria-labelledby="data-upcoming">
            <thead>
              <tr>
                <th scope="col">{t('purges.columns.lastDay')}</th>
                <th scope="col">{t('purges.columns.what')}</th>
                <th scope="col">{t('purges.columns.session')}</th>
              </tr>
            </thead>
            <tbody>
              {upcoming.map(({ sessionId, title, kind, lastDay }) => (
                <tr key={`${sessionId} ${kind}`}>
                  <td data-label={t('purges.columns.lastDay')}>{formatDate(lastDay)}</td>
                  <td data-label={t('purges.columns.what')}>{t(`kind.${kind}.name`)}</td>
                  <td data-label={t('purges.columns.session')}>{title}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className={styles['section']} aria-labelledby="data-purges">
        <h2 id="data-purges">{t('purges.pastTitle')}</h2>
        {purges.length === 0 ? <p className={styles['plain']}>{t('purges.pastNone')}</p> : <PastTable purges={purges} />}
      </section>
    </>
  )
}

function PastTable({ purges }: Pick<DataProtection, 'purges'>) {
  const { t } = useTranslation('dataProtection')
  return (
    <table className={table['table']} aria-labelledby="data-purges">
      <thead>
        <tr>
          <th scope="col">{t('purges.columns.when')}</th>
          <th scope="col">{t('purges.columns.what')}</th>
          <th scope="col">{t('purges.columns.session')}</th>
          <th scope="col">{t('purges.columns.count')}</th>
        </tr>
      </thead>
      <tbody>
        {purges.map(({ at, kind, sessionId, title, count }) => (
          <tr key={`${at} ${kind} ${sessionId}`}>
            <td data-label={t('purges.columns.when')}>{formatDate(at.slice(0, 10))}</td>
            <td data-label={t('purges.columns.what')}>{t(`kind.${kind}.name`)}</td>
            <td data-label={t('purges.columns.session')}>
              {sessionId === null ? t('purges.noSession') : (title ?? t('purges.unknownSession'))}
            </td>
            <td className="cdj-figures" data-label={t('purges.columns.count')}>
              {count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
