import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaces } from '../places.tsx'
import styles from './panels.module.css'

/** Something beside the work: it takes the focus when opened, gives it back when closed, and never blocks what is behind. */
export function SidePanel({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('shared')
  const { closePanel } = usePlaces()
  const headingRef = useRef<HTMLHeadingElement>(null)
  const panelRef = useRef<HTMLElement>(null)
  useEffect(() => {
    // A field of the panel may have taken it already.
    if (!panelRef.current?.contains(document.activeElement)) headingRef.current?.focus({ preventScroll: true })
  }, [])
  return (
    <aside
      ref={panelRef}
      className={styles['panel']}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') closePanel()
      }}
    >
      <div className={styles['head']}>
        <h2 ref={headingRef} tabIndex={-1}>
          {title}
        </h2>
        <ActionIcon variant="subtle" size={48} aria-label={t('actions.close')} onClick={closePanel}>
          <IconX size={24} aria-hidden />
        </ActionIcon>
      </div>
      <div className={styles['body']}>{children}</div>
    </aside>
  )
}
