import { useTranslation } from 'react-i18next'
import { Notice } from '../shared/notice.tsx'

/** How many envelopes the device had damaged and made anew from their signed sheets; nothing when it had none. */
export function ResealedNotice({ count }: { count: number }) {
  const { t } = useTranslation('room')
  if (count === 0) return null
  return (
    <Notice tone="info" title={t('sync.resealedTitle', { count })}>
      <p>{t('sync.resealed', { count })}</p>
    </Notice>
  )
}
