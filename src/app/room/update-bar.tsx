import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UpdateState } from '#device/app-update.ts'
import { Notice } from '../shared/notice.tsx'
import { useBreakPage } from '../shared/use-break-page.ts'

interface UpdateBarProps {
  state: UpdateState
  /** Resolves to false when a tab still writes a sheet. */
  onApply: () => Promise<boolean>
  onDismiss: () => void
}

/** Offers a waiting version, between orals only; says once that the app works without network. */
export function UpdateBar({ state, onApply, onDismiss }: UpdateBarProps) {
  const { t } = useTranslation('room')
  const breakPage = useBreakPage()
  const [refused, setRefused] = useState(false)
  if (state === 'none') return null
  if (state === 'offlineReady') {
    return (
      <Notice
        tone="info"
        role="status"
        title={t('update.offlineReady')}
        actions={
          <Button variant="default" size="lg" onClick={onDismiss}>
            {t('update.dismiss')}
          </Button>
        }
      >
        {t('update.offlineReadyDetail')}
      </Notice>
    )
  }
  const apply = async () => {
    setRefused(!(await onApply()))
  }
  return (
    <Notice
      tone="info"
      role="status"
      title={t('update.waiting')}
      actions={
        <Button size="lg" onClick={() => void apply().catch(breakPage)}>
          {t('update.apply')}
        </Button>
      }
    >
      {refused ? t('update.refused') : t('update.waitingDetail')}
    </Notice>
  )
}
