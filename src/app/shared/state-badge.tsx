import { IconAlertTriangle, IconCircleCheck, IconClock, IconDeviceTablet, IconPencil, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Meaning } from './meaning.ts'
import styles from './state-badge.module.css'

const ICONS: Record<Meaning, TablerIcon> = {
  delivered: IconCircleCheck,
  device: IconDeviceTablet,
  danger: IconAlertTriangle,
  neutral: IconClock,
  accent: IconPencil,
}

/** A state as icon, word and colour together. `icon` replaces the meaning's own where another says more. */
export function StateBadge({ meaning, icon, children }: { meaning: Meaning; icon?: TablerIcon; children: ReactNode }) {
  const Icon = icon ?? ICONS[meaning]
  return (
    <span className={styles['badge']} data-meaning={meaning}>
      <Icon size={20} stroke={2} aria-hidden />
      <span>{children}</span>
    </span>
  )
}
