import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { FairnessFigures, NamedShare } from '#contract/fairness.ts'
import { MIN_FLAT_CASES } from '#domain/fairness.ts'
import type { results } from '#texts/fr/results.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import table from '../table.module.css'
import { useAnswer } from '../use-answer.ts'
import { SeverityChart } from './severity-chart.tsx'
import { ShareChart } from './share-chart.tsx'

/** Whether a session's candidates were treated alike, as far as the sheets can say. */
export function FairnessPage() {
  const { t } = useTranslation('results')
  const { sessionId = '' } = useParams()
  const loaded = useAnswer('fairness', { sessionId })
  const title = loaded.value?.session.title
  return (
    <>
      <Anchor component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}`}>
        {title ? t('page.back', { title }) : t('page.backWait')}
      </Anchor>
      <PageHeader title={t('fairness.title')} opensVisit>
        {loaded.value && t('fairness.intro', { orals: loaded.value.orals, count: loaded.value.sheets })}
      </PageHeader>
      <Answered loaded={loaded}>
        {(value) => (
          <>
            <Anchor component={Link} to={yearFairnessPath(value.session.frameworkId, value.session.year)}>
              {t('fairness.year.link', value.session)}
            </Anchor>
            <FairnessView fairness={value} groups={GROUPS.map((group) => [group, value[group]])} />
          </>
        )}
      </Answered>
    </>
  )
}

const GROUPS = ['byPart', 'byPanel', 'byRoom', 'byHour', 'byOrder'] as const

/** Where a certification's figures over one year are. */
export function yearFairnessPath(frameworkId: string, year: string): string {
  return `/coordination/certifications/${encodeURIComponent(frameworkId)}/equite/${year}`
}

interface FairnessViewProps {
  fairness: FairnessFigures
  groups: readonly (readonly [group: keyof typeof results.fairness.shares & `by${string}`, shares: readonly NamedShare[]])[]
}

/** The figures, each with what it shows and how sure it is. */
export function FairnessView({ fairness, groups }: FairnessViewProps) {
  const { t } = useTranslation('results')
  if (fairness.sheets === 0) return <p className={styles['plain']}>{t('fairness.empty')}</p>
  return (
    <>
      <AgreementSection agreement={fairness.agreement} />
      <SeverityChart severities={fairness.severities} />
      {groups.map(([group, shares]) => (
        <ShareChart key={group} id={`fairness-${group}`} title={t(`fairness.shares.${group}`)} shares={shares} />
      ))}
      <FlatIndicators indicators={fairness.flatIndicators} />
    </>
  )
}

/** Krippendorff's own thresholds: rely from 0.8 on, only tentatively from 0.667 on. */
const HIGH = 0.8
const MIDDLE = 0.667
/** An interval wider than this leaves the conclusion open. */
const WIDE = 0.3
/** Fewer competences than this, and even the interval is not to be trusted. */
const FEW_UNITS = 30

const decimal = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

function AgreementSection({ agreement: { alpha, interval, units } }: Pick<FairnessFigures, 'agreement'>) {
  const { t } = useTranslation('results')
  return (
    <section className={styles['section']} aria-labelledby="fairness-agreement">
      <h2 id="fairness-agreement">{t('fairness.agreement.title')}</h2>
      {alpha === null || interval === null ? (
        <p className={styles['plain']}>{t('fairness.agreement.none')}</p>
      ) : (
        <>
          <p className={styles['plain']}>
            <strong>
              {t('fairness.agreement.value', {
                alpha: decimal.format(alpha),
                low: decimal.format(interval.low),
                high: decimal.format(interval.high),
              })}
            </strong>{' '}
            {t(`fairness.agreement.${alpha >= HIGH ? 'high' : alpha >= MIDDLE ? 'middle' : 'low'}`)}{' '}
            {interval.high - interval.low > WIDE && t('fairness.agreement.unsure')} {units < FEW_UNITS && t('fairness.few')}
          </p>
          <p className={styles['plain']}>{t('fairness.agreement.scale', { count: units })}</p>
        </>
      )}
    </section>
  )
}

function FlatIndicators({ indicators }: { indicators: FairnessFigures['flatIndicators'] }) {
  const { t } = useTranslation(['results', 'domain'])
  return (
    <section className={styles['section']} aria-labelledby="fairness-flat">
      <h2 id="fairness-flat">{t('results:fairness.flat.title')}</h2>
      <p className={styles['plain']}>{t('results:fairness.flat.says', { min: MIN_FLAT_CASES })}</p>
      {indicators.length === 0 ? (
        <p className={styles['plain']}>{t('results:fairness.flat.none')}</p>
      ) : (
        <table className={table['table']} aria-labelledby="fairness-flat">
          <thead>
            <tr>
              <th scope="col">{t('results:fairness.flat.indicator')}</th>
              <th scope="col">{t('results:fairness.flat.grid')}</th>
              <th scope="col">{t('results:fairness.flat.value')}</th>
              <th scope="col">{t('results:fairness.flat.cases')}</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map(({ gridTitle, indicatorId, label, value, cases }) => (
              <tr key={`${gridTitle} ${indicatorId}`}>
                <th scope="row">
                  {indicatorId} {label}
                </th>
                <td data-label={t('results:fairness.flat.grid')}>{gridTitle}</td>
                <td data-label={t('results:fairness.flat.value')}>{t(`domain:observation.${value}`)}</td>
                <td className="cdj-figures" data-label={t('results:fairness.flat.cases')}>
                  {cases}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
