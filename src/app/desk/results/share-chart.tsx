import { useTranslation } from 'react-i18next'
import type { NamedShare } from '#contract/fairness.ts'
import styles from '../desk.module.css'
import table from '../table.module.css'
import own from './fairness.module.css'

/** Fewer orals than this in a group, and a share says little: a few candidates make it, however many verdicts each was given. */
const FEW_ORALS = 10

interface ShareChartProps {
  id: string
  title: string
  shares: readonly NamedShare[]
}

/** Shares of « acquise » by group: a table whose bars are for the eye, and whose figures are for everybody. */
export function ShareChart({ id, title, shares }: ShareChartProps) {
  const { t } = useTranslation('results')
  const isSmall = shares.some(({ orals }) => orals < FEW_ORALS)
  const isAlone = shares.length < 2
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className={styles['plain']}>
        {t('fairness.shares.says')}{' '}
        {isAlone ? (
          t('fairness.shares.alone')
        ) : isSmall ? (
          <strong>{t('fairness.shares.few', { min: FEW_ORALS })}</strong>
        ) : (
          t('fairness.shares.enough', { min: FEW_ORALS })
        )}
      </p>
      <table className={table['table']} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t('fairness.shares.group')}</th>
            <th scope="col">{t('fairness.shares.share')}</th>
            <th scope="col">{t('fairness.shares.cases')}</th>
            <th scope="col">{t('fairness.shares.orals')}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ name, acquired, cases, orals }) => {
            const percent = Math.round((acquired / cases) * 100)
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-label={t('fairness.shares.share')}>
                  <div className={own['measure']}>
                    <span className={`cdj-figures ${own['figure']}`}>{t('fairness.shares.percent', { percent })}</span>
                    <span className={own['track']} aria-hidden>
                      <span className={own['bar']} style={{ width: `${percent}%` }} />
                    </span>
                  </div>
                </td>
                <td className="cdj-figures" data-label={t('fairness.shares.cases')}>
                  {cases}
                </td>
                <td className="cdj-figures" data-label={t('fairness.shares.orals')}>
                  {orals}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
