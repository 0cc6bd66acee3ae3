import { IconBroadcast, IconCloudOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../shared/formatters.ts'
import { StateBadge } from '../shared/state-badge.tsx'
import type { LiveBoard } from './use-live-board.ts'

/** Whether what is shown follows the server, or since when it does not. */
export function LivenessBadge({ board: { liveness, updatedAtMs } }: { board: LiveBoard }) {
  const { t } = useTranslation('desk')
  return (
    <span role="status">
      {liveness === 'live' && (
        <StateBadge meaning="neutral" icon={IconBroadcast}>
          {t('board.live')}
        </StateBadge>
      )}
      {liveness === 'offline' && updatedAtMs !== null && (
        <StateBadge meaning="neutral" icon={IconCloudOff}>
          {t('board.offline', { time: formatMoment(updatedAtMs) })}
        </StateBadge>
      )}
    </span>
  )
}
