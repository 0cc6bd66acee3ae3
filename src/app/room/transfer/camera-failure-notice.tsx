import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Receiving } from '#device/transfer/receiver.ts'
import { Notice } from '../../shared/notice.tsx'

interface CameraFailureNoticeProps {
  reason: Extract<Receiving, { step: 'failed' }>['reason']
  onRetry: () => void
}

/** The camera does not work: why, that nothing is lost, and the other way. */
export function CameraFailureNotice({ reason, onRetry }: CameraFailureNoticeProps) {
  const { t } = useTranslation(['transfer', 'shared'])
  return (
    <Notice
      tone="danger"
      role="alert"
      title={t(`receive.failed.${reason}.title`)}
      actions={
        <>
          <Button size="lg" onClick={onRetry}>
            {t('shared:actions.retry')}
          </Button>
          <Button component={Link} to="/salle/transfert" variant="default" size="lg">
            {t('receive.byFile')}
          </Button>
        </>
      }
    >
      <p>{t(`receive.failed.${reason}.detail`)}</p>
      <p>{t('receive.safe')}</p>
    </Notice>
  )
}
