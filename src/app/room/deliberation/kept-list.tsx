import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { KeptMinutes } from '#device/deliberation/kept-minutes.ts'
import { signatureState } from '#domain/minutes.ts'
import { formatLongDate } from '../../shared/formatters.ts'
import { StateBadge } from '../../shared/state-badge.tsx'
import { useNotebook } from '../notebook-context.tsx'
import styles from './deliberation.module.css'

/** The minutes kept on this device, with what is awaited from this juror first. */
export function KeptList({ minutes }: { minutes: readonly KeptMinutes[] }) {
  const { t } = useTranslation('deliberation')
  const { juror } = useNotebook()
  const amended = new Set(minutes.map((kept) => kept.minutes.amends?.hash))
  return (
    <section className={styles['section']}>
      <h2>{t('home.kept.title')}</h2>
      {minutes.length === 0 && <p className={styles['quiet']}>{t('home.kept.none')}</p>}
      <ul className={styles['orals']}>
        {minutes.map((kept) => {
          const { missing } = signatureState(kept.minutes, kept.signatures)
          const isAwaited = missing.includes(juror.id)
          return (
            <li key={kept.hash}>
              <Link to={`/salle/deliberation/pv/${kept.hash}`} className={styles['oral']}>
                <IconFileText size={24} aria-hidden />
                <span className={styles['who']}>
                  <strong>{t('home.kept.line', { date: formatLongDate(kept.minutes.day) })}</strong>
                  <span className={styles['quiet']}>
                    {[
                      kept.minutes.panel.name,
                      ...(kept.minutes.amends ? [t('home.kept.rectifies')] : []),
                      ...(amended.has(kept.hash) ? [t('home.kept.amended')] : []),
                      missing.length === 0 ? t('home.kept.complete') : t('home.kept.missing', { count: missing.length }),
                    ].join(' · ')}
                  </span>
                </span>
                <StateBadge meaning={isAwaited ? 'accent' : kept.delivery === 'delivered' ? 'delivered' : 'device'}>
                  {isAwaited ? t('home.kept.toSign') : kept.delivery === 'delivered' ? t('kept.delivery.delivered') : t('home.kept.signed')}
                </StateBadge>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
