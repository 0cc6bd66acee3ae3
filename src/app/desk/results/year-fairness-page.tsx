import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import { useAnswer } from '../use-answer.ts'
import { FairnessView, yearFairnessPath } from './fairness-page.tsx'
import own from './results.module.css'

const GROUPS = ['byPart', 'bySession', 'bySite', 'byPanel', 'byHour', 'byOrder'] as const

/** Whether the candidates of a whole year were treated alike, whatever the session. */
export function YearFairnessPage() {
  const { t } = useTranslation('results')
  const { frameworkId = '', year = '' } = useParams()
  const loaded = useAnswer('yearFairness', { frameworkId, year })
  return (
    <>
      <Anchor component={Link} to="/coordination">
        {t('fairness.year.back')}
      </Anchor>
      <PageHeader title={t('fairness.year.title', { year })} opensVisit>
        {loaded.value?.certification.title}
      </PageHeader>
      <Answered loaded={loaded}>
        {(value) => (
          <>
            <OtherYears frameworkId={frameworkId} years={value.years.filter((one) => one !== year)} />
            <p className={styles['plain']}>
              {t('fairness.year.sessions', { count: value.sessions })} {t('fairness.intro', { orals: value.orals, count: value.sheets })}{' '}
              {t('fairness.year.names')}
            </p>
            <FairnessView fairness={value} groups={GROUPS.map((group) => [group, value[group]])} />
          </>
        )}
      </Answered>
    </>
  )
}

function OtherYears({ frameworkId, years }: { frameworkId: string; years: readonly string[] }) {
  const { t } = useTranslation('results')
  if (years.length === 0) return null
  return (
    <nav className={own['links']} aria-label={t('fairness.year.years')}>
      {years.map((one) => (
        <Anchor key={one} component={Link} to={yearFairnessPath(frameworkId, one)}>
          {t('fairness.year.title', { year: one })}
        </Anchor>
      ))}
    </nav>
  )
}
