import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StateBadge } from '../../shared/state-badge.tsx'
import { useOralWork } from './oral-work.ts'

/** Never says more than what the disk has confirmed. */
export function SaveState() {
  const { t } = useTranslation('oral')
  const { entries, pendingCount, failed, writable, isGone } = useOralWork()
  if (isGone) return <StateBadge meaning="danger">{t('saving.gone')}</StateBadge>
  if (failed.length > 0) return <StateBadge meaning="danger">{t('saving.failed', { count: failed.length })}</StateBadge>
  if (pendingCount > 0) return <StateBadge meaning="neutral">{t('saving.pending', { count: pendingCount })}</StateBadge>
  if (!writable) {
    return (
      <StateBadge meaning="neutral" icon={IconLock}>
        {t('saving.readOnly')}
      </StateBadge>
    )
  }
  if (entries.length === 0) return <StateBadge meaning="neutral">{t('saving.nothing')}</StateBadge>
  return <StateBadge meaning="device">{t('saving.saved')}</StateBadge>
}
