import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  icon: TablerIcon
  title: string
  /** What comes next. */
  children?: ReactNode
  /** The way to get there. */
  action?: ReactNode
}

/** Where there is nothing yet: says what comes next and offers it. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <Icon size={44} stroke={1.25} aria-hidden className={styles['icon']} />
      <p className={styles['title']}>{title}</p>
      {children && <div className={styles['text']}>{children}</div>}
      {action && <div className={styles['action']}>{action}</div>}
    </div>
  )
}
