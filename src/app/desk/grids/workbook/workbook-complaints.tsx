import { useTranslation } from 'react-i18next'
import { Notice } from '../../../shared/notice.tsx'
import styles from '../../desk.module.css'
import tableStyles from '../../table.module.css'

/** What is wrong at one place of a workbook, in words. */
export interface PlacedComplaint {
  place: string
  message: string
}

/** Everything that keeps a workbook from being published, each at its sheet, line and cell. */
export function WorkbookComplaints({ complaints }: { complaints: readonly PlacedComplaint[] }) {
  const { t } = useTranslation('grids')
  const title = t('frameworkImport.complaints', { count: complaints.length })
  return (
    <section className={styles['section']} aria-label={title}>
      <Notice tone="danger" role="alert" title={title}>
        {t('frameworkImport.complaintsAdvice')}
      </Notice>
      <table className={tableStyles['table']} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('frameworkImport.where')}</th>
            <th scope="col">{t('frameworkImport.what')}</th>
          </tr>
        </thead>
        <tbody>
          {complaints.map(({ place, message }) => (
            <tr key={`${place} ${message}`}>
              <td data-label={t('frameworkImport.where')}>{place}</td>
              <td data-label={t('frameworkImport.what')}>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
