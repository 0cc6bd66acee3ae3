import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import styles from './page-header.module.css'

interface PageHeaderProps {
  title: string
  /** A sentence under the title. */
  children?: ReactNode
  /** A page that can open a visit leaves the focus where the browser put it, so that the skip link comes first. */
  opensVisit?: boolean
}

/** The page's h1. Names the tab, and takes the focus when the page was reached by a gesture, so that a screen reader says where one is. */
export function PageHeader({ title, children, opensVisit = false }: PageHeaderProps) {
  const { t } = useTranslation('shared')
  const heading = useRef<HTMLHeadingElement>(null)
  const arrivedByLink = useLocation().key !== 'default'
  const takesFocus = arrivedByLink || !opensVisit
  const subtitleId = useId()

  useEffect(() => {
    document.title = t('pageTitle', { title })
  }, [t, title])

  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])

  return (
    <div className={styles['header']}>
      <h1 ref={heading} tabIndex={-1} className={styles['title']} aria-describedby={children ? subtitleId : undefined}>
        {title}
      </h1>
      {children && (
        <div id={subtitleId} className={styles['subtitle']}>
          {children}
        </div>
      )}
    </div>
  )
}
