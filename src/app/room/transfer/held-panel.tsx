import { IconDeviceTablet, IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { HandedOver, HeldEnvelopes } from '#device/transfer/carried.ts'
import { StateBadge } from '../../shared/state-badge.tsx'
import styles from './transfer.module.css'
import { timeOfDay } from './transfer-words.ts'

/** What the device holds, counted; and, apart, what the person says they gave: a note, never a proof. */
export function HeldPanel({ held, handedOver }: { held: HeldEnvelopes; handedOver: HandedOver | null }) {
  const { t } = useTranslation('transfer')
  const lines = [
    { origin: 'own', icon: IconDeviceTablet, ...held.own },
    { origin: 'carried', icon: IconUsersGroup, ...held.carried },
  ] as const
  return (
    <section className={styles['panel']}>
      <h2>{t('held.title')}</h2>
      <ul className={styles['counts']}>
        {lines.map(({ origin, icon, waiting, all }) => (
          <li key={origin}>
            <StateBadge meaning={meaningOf(waiting, all)} icon={icon}>
              {t(`held.${origin}`, { count: all })}
              {all > 0 && `, ${waiting === 0 ? t('held.allDelivered') : t('held.waiting', { count: waiting })}`}
            </StateBadge>
          </li>
        ))}
      </ul>
      <p>{t('witness')}</p>
      <p className={styles['quiet']}>{t('witnessOnce')}</p>
      {handedOver && (
        <>
          <p>{t(`handedOver.${handedOver.by}`, { count: handedOver.count, time: timeOfDay(handedOver.at) })}</p>
          <p className={styles['quiet']}>{t('held.unknownCopies')}</p>
        </>
      )}
    </section>
  )
}

function meaningOf(waiting: number, all: number): 'neutral' | 'device' | 'delivered' {
  if (all === 0) return 'neutral'
  return waiting > 0 ? 'device' : 'delivered'
}
