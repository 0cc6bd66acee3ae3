import { useTranslation } from 'react-i18next'
import type { DataProtection } from '#contract/data-protection.ts'
import styles from '../desk.module.css'
import table from '../table.module.css'
import { useLengthWords } from './length-words.ts'

const ROWS = [
  'candidates',
  'identities',
  'supports',
  'sheets',
  'notebook',
  'calibrations',
  'preparation',
  'drafts',
  'devices',
  'accounts',
  'signIns',
  'requests',
  'minutes',
  'journal',
] as const
type Row = (typeof ROWS)[number]

/** One row a kind of data, its length as it is set. */
export function KeptTable({ settings, otherNotebookDays }: Pick<DataProtection, 'settings' | 'otherNotebookDays'>) {
  const { t } = useTranslation('dataProtection')
  const howLong = useHowLong(settings)
  const length = useLengthWords()
  return (
    <section className={styles['section']} aria-labelledby="data-kept">
      <h2 id="data-kept">{t('page.keptTitle')}</h2>
      <table className={table['table']} aria-labelledby="data-kept">
        <thead>
          <tr>
            <th scope="col">{t('page.columns.what')}</th>
            <th scope="col">{t('page.columns.why')}</th>
            <th scope="col">{t('page.columns.where')}</th>
            <th scope="col">{t('page.columns.howLong')}</th>
            <th scope="col">{t('page.columns.after')}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`kind.${row}.name`)}</th>
              <td data-label={t('page.columns.why')}>{t(`kind.${row}.why`)}</td>
              <td data-label={t('page.columns.where')}>{t(`kind.${row}.where`)}</td>
              <td data-label={t('page.columns.howLong')}>
                <div className={styles['cell']}>
                  <strong>{howLong(row)}</strong>
                  {row === 'sheets' && (
                    <span className={styles['soft']}>{t('kind.sheets.archive', { length: length(settings.sheetsActiveMonths) })}</span>
                  )}
                  {row === 'notebook' && otherNotebookDays > 0 && (
                    <span className={styles['soft']}>{t('kind.notebook.others', { count: otherNotebookDays })}</span>
                  )}
                </div>
              </td>
              <td data-label={t('page.columns.after')}>{t(`kind.${row}.after`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function useHowLong({ months, notebookDays }: DataProtection['settings']): (row: Row) => string {
  const { t } = useTranslation('dataProtection')
  const length = useLengthWords()
  return (row) => {
    switch (row) {
      case 'minutes':
      case 'journal':
        return t('page.always')
      case 'signIns':
        return t('kind.signIns.howLong')
      case 'notebook':
        return t('page.afterSession', { length: t('page.days', { count: notebookDays }) })
      case 'accounts':
      case 'requests':
        return t(`kind.${row}.howLong`, { length: length(months[row]) })
      default:
        return t('page.afterSession', { length: length(months[row]) })
    }
  }
}
