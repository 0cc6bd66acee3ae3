import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type StorageState, watchStorage } from '#device/storage.ts'
import { Notice } from '../shared/notice.tsx'

/** Says when the browser keeps the notebook from being read or written, and what to do. Nothing while all is well. */
export function StorageNotice() {
  const { t } = useTranslation('room')
  const [state, setState] = useState<StorageState>('ready')
  useEffect(() => watchStorage(setState), [])
  if (state === 'ready') return null
  if (state === 'blocked') {
    return (
      <Notice tone="danger" role="alert" title={t('layout.storageBlocked.title')}>
        {t('layout.storageBlocked.detail')}
      </Notice>
    )
  }
  return (
    <Notice
      tone="danger"
      role="alert"
      title={t('layout.storageClosed.title')}
      actions={
        <Button size="lg" onClick={() => window.location.reload()}>
          {t('layout.storageClosed.reload')}
        </Button>
      }
    >
      {t('layout.storageClosed.detail')}
    </Notice>
  )
}
