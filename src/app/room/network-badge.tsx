import { IconWifi, IconWifiOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StateBadge } from '../shared/state-badge.tsx'

/** Whether there is a network: a fact, never an alarm. */
export function NetworkBadge({ online }: { online: boolean }) {
  const { t } = useTranslation('room')
  return (
    <StateBadge meaning="neutral" icon={online ? IconWifi : IconWifiOff}>
      {online ? t('sync.online') : t('sync.offline')}
    </StateBadge>
  )
}
