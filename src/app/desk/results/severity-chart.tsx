import { useTranslation } from 'react-i18next'
import type { FairnessFigures } from '#contract/fairness.ts'
import styles from '../desk.module.css'
import table from '../table.module.css'
import own from './fairness.module.css'

/** Fewer competences or orals compared than this, and a juror's mean says little. */
const FEW_CASES = 20
const FEW_ORALS = 5
/** The widest difference there can be: from « non acquise » to « acquise ». */
const WIDEST = 2

const signed = new Intl.NumberFormat('fr-FR', { signDisplay: 'exceptZero', minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Each juror beside their co-jurors, in the order of their names: never a ranking. */
export function SeverityChart({ severities }: Pick<FairnessFigures, 'severities'>) {
  const { t } = useTranslation('results')
  const byName = [...severities].sort((a, b) => a.name.localeCompare(b.name, 'fr'))
  return (
    <section className={styles['section']} aria-labelledby="fairness-severity">
      <h2 id="fairness-severity">{t('fairness.severity.title')}</h2>
      <p className={styles['plain']}>
        {t('fairness.severity.says')} {byName.some(isFew) && <strong>{t('fairness.few')}</strong>}
      </p>
      <table className={table['table']} aria-labelledby="fairness-severity">
        <thead>
          <tr>
            <th scope="col">{t('fairness.severity.juror')}</th>
            <th scope="col">{t('fairness.severity.difference')}</th>
            <th scope="col">{t('fairness.severity.cases')}</th>
            <th scope="col">{t('fairness.severity.caution')}</th>
          </tr>
        </thead>
        <tbody>
          {byName.map((one) => (
            <tr key={one.jurorId}>
              <th scope="row">{one.name}</th>
              <td data-label={t('fairness.severity.difference')}>
                {one.meanDifference === null ? t('fairness.severity.none') : <Difference value={one.meanDifference} />}
              </td>
              <td className="cdj-figures" data-label={t('fairness.severity.cases')}>
                {t('fairness.severity.casesIn', { cases: one.cases, count: one.orals })}
              </td>
              <td data-label={t('fairness.severity.caution')}>
                {isFew(one) ? t('fairness.severity.fewCases') : t('fairness.severity.enough')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function isFew({ cases, orals }: FairnessFigures['severities'][number]): boolean {
  return cases < FEW_CASES || orals < FEW_ORALS
}

function Difference({ value }: { value: number }) {
  const width = (Math.min(Math.abs(value), WIDEST) / WIDEST) * 50
  return (
    <div className={own['measure']}>
      <span className={`cdj-figures ${own['figure']}`}>{signed.format(value)}</span>
      <span className={own['track']} aria-hidden>
        <span className={own['bar']} style={{ left: `${value < 0 ? 50 - width : 50}%`, width: `${width}%` }} />
        <span className={own['middle']} />
      </span>
    </div>
  )
}
