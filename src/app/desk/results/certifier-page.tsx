import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import { useAnswer } from '../use-answer.ts'
import { CertifierSection } from './certifier-section.tsx'

/** A certification's certifier: what every session's minutes and documents take over. */
export function CertifierPage() {
  const { t } = useTranslation('results')
  const { frameworkId = '' } = useParams()
  const loaded = useAnswer('certifier', { frameworkId })
  return (
    <>
      <Anchor component={Link} to="/coordination/grilles">
        {t('certifier.back')}
      </Anchor>
      <PageHeader title={loaded.value ? t('certifier.of', loaded.value.framework) : t('certifier.title')} opensVisit />
      <Answered loaded={loaded}>
        {({ certifier }) => <CertifierSection frameworkId={frameworkId} certifier={certifier} onSaved={loaded.reload} />}
      </Answered>
    </>
  )
}

export function certifierPath(frameworkId: string): string {
  return `/coordination/certifications/${encodeURIComponent(frameworkId)}/certificateur`
}
