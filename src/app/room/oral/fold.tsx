import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './fold.module.css'

/** Long to read, and not needed at each moment: folded, with a sign that it opens. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles['fold']}>
      <summary>
        <IconChevronRight size={22} aria-hidden className={styles['chevron'] ?? ''} />
        {title}
      </summary>
      <div className={styles['foldBody']}>{children}</div>
    </details>
  )
}
