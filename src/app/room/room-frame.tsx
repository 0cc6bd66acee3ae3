import { ActionIcon } from '@mantine/core'
import {
  IconCalendarEvent,
  IconChecklist,
  IconLock,
  IconMailForward,
  IconNotebook,
  IconSettings,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink } from 'react-router'
import type { OutboxSummary } from '#device/outbox.ts'
import { ColorSchemeToggle } from '../shared/color-scheme-toggle.tsx'
import { MAIN_ID, SkipLink } from '../shared/skip-link.tsx'
import styles from './room-frame.module.css'
import { StorageNotice } from './storage-notice.tsx'
import { SyncChip } from './sync-chip.tsx'

interface RoomFrameProps {
  /** What an open notebook adds to the frame; absent while locked. */
  open?: { outbox: OutboxSummary | undefined; onLock: () => void }
  children: ReactNode
}

/** What surrounds every page of the room but the oral's own screen. */
export function RoomFrame({ open, children }: RoomFrameProps) {
  const { t } = useTranslation(['room', 'shared'])
  return (
    <div className={styles['frame']}>
      <SkipLink />
      <header className={styles['header']}>
        <Link to="/salle" className={styles['brand']}>
          <IconNotebook size={28} stroke={1.5} aria-hidden />
          <span>{t('shared:productName')}</span>
        </Link>
        {open && <RoomNav />}
        <div className={styles['tools']}>
          {open?.outbox && <SyncChip outbox={open.outbox} />}
          <ColorSchemeToggle />
          {open && (
            <ActionIcon variant="subtle" size={48} aria-label={t('layout.lock')} onClick={open.onLock}>
              <IconLock size={24} stroke={1.75} aria-hidden />
            </ActionIcon>
          )}
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={styles['main']}>
        <StorageNotice />
        {children}
      </main>
    </div>
  )
}

function RoomNav() {
  const { t } = useTranslation('room')
  const pages = [
    { to: '/salle', label: t('layout.day'), icon: IconCalendarEvent },
    { to: '/salle/deliberation', label: t('layout.deliberation'), icon: IconUsersGroup },
    { to: '/salle/pret', label: t('layout.readiness'), icon: IconChecklist },
    { to: '/salle/plis', label: t('layout.delivery'), icon: IconMailForward },
    { to: '/salle/reglages', label: t('layout.settings'), icon: IconSettings },
  ]
  return (
    <nav aria-label={t('layout.nav')} className={styles['nav']}>
      {pages.map(({ to, label, icon: Icon }) => (
        <NavLink key={to} to={to} end className={styles['navLink'] ?? ''}>
          <Icon size={22} stroke={1.75} aria-hidden />
          <span>{label}</span>
        </NavLink>
      ))}
    </nav>
  )
}
