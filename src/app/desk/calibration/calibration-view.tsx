import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskCalibration } from '#contract/calibration.ts'
import { MIN_CALIBRATION_SHEETS } from '#domain/calibration.ts'
import { ProgressWords } from '../../shared/calibration/progress-words.tsx'
import { SpreadTables } from '../../shared/calibration/spread-tables.tsx'
import { formatMoment } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import styles from '../desk.module.css'
import table from '../table.module.css'

/** Fewer indicators than this marked by several people, and even the interval is not to be trusted. */
const FEW_UNITS = 30

const decimal = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

interface CalibrationViewProps {
  desk: DeskCalibration
  gridTitle: string
  /** What can be done with the case. */
  actions?: ReactNode
}

/** One invented case: how far it has come, how the marks spread, and how far jurors agree, criterion by criterion. No juror is named. */
export function CalibrationView({ desk, gridTitle, actions }: CalibrationViewProps) {
  const { t } = useTranslation('calibration')
  const { calibration, spread, agreement } = desk
  return (
    <section className={styles['section']} aria-label={calibration.title}>
      <h2>{calibration.title}</h2>
      <p className={`${styles['plain']} ${styles['soft']}`}>
        {t('desk.publishedAt', { date: formatMoment(Date.parse(calibration.publishedAt)), count: calibration.minutes, grid: gridTitle })}{' '}
        {calibration.withdrawnAt !== undefined && (
          <strong>{t('desk.withdrawnAt', { date: formatMoment(Date.parse(calibration.withdrawnAt)) })}</strong>
        )}
      </p>
      <p className={styles['words']}>{calibration.text}</p>
      <ProgressWords progress={desk} isClosed={calibration.withdrawnAt !== undefined} />
      {spread === null || agreement === null ? (
        <Notice tone="info" title={t('spread.few', { count: MIN_CALIBRATION_SHEETS })} />
      ) : (
        <>
          <AgreementTable agreement={agreement} spread={spread} />
          <SpreadTables heading="h3" spread={spread} />
        </>
      )}
      {actions}
    </section>
  )
}

interface AgreementTableProps {
  agreement: NonNullable<DeskCalibration['agreement']>
  spread: NonNullable<DeskCalibration['spread']>
}

function AgreementTable({ agreement: { whole, byCriterion }, spread }: AgreementTableProps) {
  const { t } = useTranslation('calibration')
  const titles = new Map(spread.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title] as const)))
  const rated = byCriterion.filter(({ agreement }) => agreement.units > 0)
  return (
    <>
      <h3>{t('desk.agreement')}</h3>
      <p className={styles['plain']}>
        {whole.alpha === null || whole.interval === null ? (
          t('desk.wholeNone')
        ) : (
          <strong>
            {t('desk.whole', {
              alpha: decimal.format(whole.alpha),
              low: decimal.format(whole.interval.low),
              high: decimal.format(whole.interval.high),
              count: whole.units,
            })}
          </strong>
        )}{' '}
        {whole.units < FEW_UNITS && t('desk.few')}
      </p>
      <p className={styles['plain']}>{t('desk.scale')}</p>
      <table className={table['table']} aria-label={t('desk.agreement')}>
        <thead>
          <tr>
            <th scope="col">{t('desk.criterion')}</th>
            <th scope="col">{t('desk.alpha')}</th>
            <th scope="col">{t('desk.units')}</th>
          </tr>
        </thead>
        <tbody>
          {rated.map(({ criterionId, agreement }) => (
            <tr key={criterionId}>
              <th scope="row">
                {criterionId} {titles.get(criterionId)}
              </th>
              <td className="cdj-figures" data-label={t('desk.alpha')}>
                {agreement.alpha === null ? t('desk.same') : decimal.format(agreement.alpha)}
              </td>
              <td className="cdj-figures" data-label={t('desk.units')}>
                {agreement.units}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
