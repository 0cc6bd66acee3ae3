import { Button } from '@mantine/core'
import { IconBook, IconCloudOff, IconDeviceTablet } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DayOral } from '#device/day.ts'
import { StateBadge } from '../../shared/state-badge.tsx'
import { ConformityList } from './conformity-list.tsx'
import styles from './support-card.module.css'

interface SupportCardProps {
  day: Pick<DayOral, 'oral' | 'candidate' | 'grid' | 'support'>
  /** Whether the PDF is on this device; null while it is not known. */
  stored: boolean | null
}

/** The candidate's written support: its conformity, whether it can be read here, and the way to it. */
export function SupportCard({ day: { oral, candidate, grid, support }, stored }: SupportCardProps) {
  const { t } = useTranslation('reader')
  if (support === null) return <p className={styles['card']}>{t('card.none')}</p>
  return (
    <section className={styles['card']} aria-label={t('card.title')}>
      <div className={styles['top']}>
        <h3 className={styles['title']}>{t('card.title')}</h3>
        {stored === true && (
          <StateBadge meaning="neutral" icon={IconDeviceTablet}>
            {t('card.stored')}
          </StateBadge>
        )}
        {stored === false && (
          <StateBadge meaning="danger" icon={IconCloudOff}>
            {t('card.notStored')}
          </StateBadge>
        )}
      </div>
      <ConformityList support={support} grid={grid} startsAt={oral.startsAt} />
      {stored === false ? (
        <p className={styles['none']}>{t('card.notStoredAdvice')}</p>
      ) : (
        <Button
          component={Link}
          to={`/salle/oral/${oral.id}/support`}
          size="lg"
          variant="default"
          leftSection={<IconBook size={22} aria-hidden />}
          aria-label={t('card.readOf', { candidate: `${candidate.firstName} ${candidate.lastName}` })}
          className={styles['read'] ?? ''}
        >
          {t('card.read')}
        </Button>
      )}
    </section>
  )
}
