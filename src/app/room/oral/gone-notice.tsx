import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../shared/notice.tsx'
import { useOralWork } from './oral-work.ts'

/** The stored notebook was deleted under the page: what is on the screen is in memory only, and can be written back. */
export function GoneNotice() {
  const { t } = useTranslation('oral')
  const { rescue, retryFailed } = useOralWork()
  const [writing, setWriting] = useState<'no' | 'yes' | 'failed'>('no')
  const write = () => {
    setWriting('yes')
    rescue().then(retryFailed, () => setWriting('failed'))
  }
  return (
    <Notice
      tone="danger"
      role="alert"
      title={t('gone.title')}
      actions={
        <Button mih={48} loading={writing === 'yes'} onClick={write}>
          {t('gone.write')}
        </Button>
      }
    >
      <p>{t('gone.safe')}</p>
      <p>{writing === 'failed' ? t('gone.failed') : t('gone.todo')}</p>
    </Notice>
  )
}
