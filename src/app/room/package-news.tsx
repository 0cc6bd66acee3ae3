import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { keepPackageFresh } from '#device/keep-package-fresh.ts'
import { formatMoment } from '../shared/formatters.ts'
import { Notice } from '../shared/notice.tsx'
import { useNotebook } from './notebook-context.tsx'
import { useRoomStore } from './room-store.ts'

/** While the day is on the screen and no timer runs, keeps the session package fresh, and says when that changed something. */
export function PackageNews() {
  const notebook = useNotebook()
  const oralRunning = useRoomStore((state) => state.oralRunning)
  const setPackageNews = useRoomStore((state) => state.setPackageNews)
  useEffect(
    () => (oralRunning ? undefined : keepPackageFresh(notebook, () => setPackageNews(Date.now()))),
    [notebook, oralRunning, setPackageNews],
  )
  return <PackageNotice />
}

/** When the session package last changed by itself, until the person has read it. */
export function PackageNotice() {
  const { t } = useTranslation('room')
  const atMs = useRoomStore((state) => state.packageNewsAtMs)
  const setPackageNews = useRoomStore((state) => state.setPackageNews)
  if (atMs === null) return null
  return (
    <Notice
      tone="info"
      role="status"
      title={t('day.renewed.title', { moment: formatMoment(atMs) })}
      actions={
        <Button variant="default" size="lg" onClick={() => setPackageNews(null)}>
          {t('day.renewed.dismiss')}
        </Button>
      }
    >
      {t('day.renewed.detail')}
    </Notice>
  )
}
