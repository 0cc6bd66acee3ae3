import { IconCircleCheck, IconMail } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OutboxSummary } from '#device/outbox.ts'
import { StateBadge } from '../shared/state-badge.tsx'
import styles from './sync-chip.module.css'
import { syncMeaning } from './sync-state.ts'

/** Where the envelopes are (a sheet or minutes in each), in a few words, always in sight; leads to the outbox. */
export function SyncChip({ outbox }: { outbox: OutboxSummary }) {
  const { t } = useTranslation('room')
  const meaning = syncMeaning(outbox)
  const words = {
    danger: t('sync.refused', { count: outbox.refused.length }),
    device: t('sync.waiting', { count: outbox.waiting }),
    delivered: t('sync.allDelivered'),
    neutral: t('sync.nothing'),
    accent: '',
  }[meaning]
  return (
    <div role="status">
      <Link to="/salle/plis" className={styles['chip']}>
        <StateBadge meaning={meaning} {...(meaning === 'neutral' ? { icon: IconMail } : {})}>
          {words}
        </StateBadge>
      </Link>
    </div>
  )
}

/** The whole truth in a line: what is to deliver, what is delivered, what was refused, and that nothing is at risk. Nothing when nothing is signed. */
export function SyncSentence({ outbox }: { outbox: OutboxSummary }) {
  const { t } = useTranslation('room')
  const { waiting, delivered, refused } = outbox
  if (waiting + delivered + refused.length === 0) return null
  return (
    <p className={styles['sentence']}>
      {refused.length > 0 && <StateBadge meaning="danger">{t('sync.refused', { count: refused.length })}</StateBadge>}
      {waiting > 0 && <StateBadge meaning="device">{t('sync.waiting', { count: waiting })}</StateBadge>}
      {delivered > 0 && (
        <StateBadge meaning="delivered" icon={IconCircleCheck}>
          {waiting + refused.length === 0 ? t('sync.allDelivered') : t('sync.delivered', { count: delivered })}
        </StateBadge>
      )}
      {waiting + refused.length > 0 && <span>{t('sync.safe')}</span>}
    </p>
  )
}
