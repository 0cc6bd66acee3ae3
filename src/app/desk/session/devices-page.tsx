import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import { useMay } from '../rights.ts'
import { useHashTarget } from '../use-hash-target.ts'
import { useLiveBoard } from '../use-live-board.ts'
import { ChainDesk } from './chain-desk.tsx'
import { MailDesk } from './mail-desk.tsx'
import { MandateDesk } from './mandate-desk.tsx'
import { RecoveryDesk } from './recovery-desk.tsx'
import { RetentionDesk } from './retention-desk.tsx'

/** What a session's notebooks need of the coordinator: their enrolment links by e-mail, and all that comes after. */
export function DevicesPage() {
  const { t } = useTranslation('vault')
  const may = useMay()
  const { sessionId = '' } = useParams()
  const board = useLiveBoard(sessionId)
  useHashTarget(board.value !== null)
  return (
    <>
      <PageHeader title={t('desk.title')}>{board.value?.session.title}</PageHeader>
      <Answered loaded={board}>
        {(value) => (
          <>
            {may('jurorAddresses') && <MailDesk board={value} />}
            <ChainDesk board={value} />
            <RecoveryDesk board={value} updatedAtMs={board.updatedAtMs} />
            <MandateDesk board={value} />
            <RetentionDesk board={value} updatedAtMs={board.updatedAtMs} />
          </>
        )}
      </Answered>
      <div>
        <Anchor component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}`}>
          {t('desk.back')}
        </Anchor>
      </div>
    </>
  )
}
