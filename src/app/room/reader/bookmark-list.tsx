import { IconBookmarkFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './bookmark-list.module.css'

interface BookmarkListProps {
  pages: readonly number[]
  currentPage: number
  onPage: (page: number) => void
}

/** The pages somebody marked, to go back to. */
export function BookmarkList({ pages, currentPage, onPage }: BookmarkListProps) {
  const { t } = useTranslation('reader')
  return (
    <div className={styles['panel']}>
      <h2 className={styles['title']}>{t('bookmarks.title')}</h2>
      {pages.length === 0 && <p className={styles['empty']}>{t('bookmarks.empty')}</p>}
      <ul className={styles['list']}>
        {pages.map((page) => (
          <li key={page}>
            <button
              type="button"
              className={styles['item']}
              aria-current={page === currentPage ? 'page' : undefined}
              onClick={() => onPage(page)}
            >
              <IconBookmarkFilled size={18} aria-hidden />
              {t('viewer.page', { page })}
            </button>
          </li>
        ))}
      </ul>
      <p className={styles['empty']}>{t('bookmarks.private')}</p>
    </div>
  )
}
