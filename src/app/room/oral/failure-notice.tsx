import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../shared/notice.tsx'
import { GoneNotice } from './gone-notice.tsx'
import { useOralWork } from './oral-work.ts'

/** A gesture was refused: what happened, what is safe, what to do. Nothing is dropped without the juror saying so. */
export function FailureNotice() {
  const { t } = useTranslation('oral')
  const { failed, retryFailed, dismissFailed, isGone } = useOralWork()
  if (isGone) return <GoneNotice />
  const last = failed.at(-1)
  if (last === undefined) return null
  return (
    <Notice
      tone="danger"
      role="alert"
      title={t('failure.title', { count: failed.length })}
      actions={
        <>
          <Button mih={48} onClick={retryFailed}>
            {t('failure.retry')}
          </Button>
          <Button mih={48} variant="default" onClick={dismissFailed}>
            {t('failure.dismiss')}
          </Button>
        </>
      }
    >
      <p>
        {t(`failure.${last.code}`)} {t('failure.rest')}
      </p>
    </Notice>
  )
}
