import { IconAlertTriangle, IconCircleCheck, IconDeviceTablet, IconInfoCircle, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './notice.module.css'

type NoticeTone = 'info' | 'device' | 'danger' | 'delivered'

const ICONS: Record<NoticeTone, TablerIcon> = {
  info: IconInfoCircle,
  device: IconDeviceTablet,
  danger: IconAlertTriangle,
  delivered: IconCircleCheck,
}

interface NoticeProps {
  tone: NoticeTone
  /** What happened. */
  title: string
  /** What is safe and what to do. */
  children?: ReactNode
  /** Buttons or links that do it. */
  actions?: ReactNode
  /** `alert` interrupts a screen reader: only for what just failed. `status` waits its turn. None for what was there all along. */
  role?: 'alert' | 'status'
}

/** Something the person should know: what happened, what is safe, what to do. */
export function Notice({ tone, title, children, actions, role }: NoticeProps) {
  const Icon = ICONS[tone]
  return (
    <div className={styles['notice']} data-tone={tone} role={role}>
      <Icon size={28} stroke={1.75} aria-hidden className={styles['icon']} />
      <div className={styles['body']}>
        <div className={styles['words']}>
          <p className={styles['title']}>{title}</p>
          {children && <div className={styles['text']}>{children}</div>}
        </div>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </div>
    </div>
  )
}
