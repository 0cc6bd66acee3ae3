import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { wipeProposedAt } from '#device/wipe.ts'
import { Notice } from '../../shared/notice.tsx'
import { useNow } from '../../shared/use-now.ts'
import { useNotebook } from '../notebook-context.tsx'

const CLOCK_MS = 60_000

/** Once the retention is over, offers to end the notebook. Never does it. */
export function WipeProposal() {
  const { t } = useTranslation('vault')
  const notebook = useNotebook()
  const { pathname } = useLocation()
  const nowMs = useNow(CLOCK_MS)
  if (nowMs < wipeProposedAt(notebook.package) || pathname.endsWith('/fin')) return null
  return (
    <Notice
      tone="info"
      title={t('wipe.proposal')}
      actions={
        <Button component={Link} to="/salle/fin" variant="default" size="md">
          {t('wipe.link')}
        </Button>
      }
    >
      <p>{t('wipe.proposalDetail')}</p>
    </Notice>
  )
}
