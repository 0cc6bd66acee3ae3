import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import { useAnswer } from '../use-answer.ts'
import { PersonSection } from './person-section.tsx'
import { RequestList } from './request-list.tsx'

/** What candidates asked about their data, the answers due first, and the file of any of them. */
export function DataRequestsPage() {
  const { t } = useTranslation('dataProtection')
  const requests = useAnswer('dataRequests')
  return (
    <>
      <Anchor component={Link} to="/coordination/donnees-personnelles">
        ← {t('requests.back')}
      </Anchor>
      <PageHeader title={t('requests.title')} opensVisit>
        {t('requests.intro')}
      </PageHeader>
      <Answered loaded={requests}>{({ requests: list }) => <RequestList requests={list} onDecided={requests.reload} />}</Answered>
      <PersonSection onRecorded={requests.reload} />
    </>
  )
}
