import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './page-chip.module.css'

/** « p. 12 »: goes back to that page. */
export function PageChip({ page, onPage }: { page: number; onPage: (page: number) => void }) {
  const { t } = useTranslation('reader')
  return (
    <button type="button" className={styles['chip']} aria-label={t('page.go', { page })} onClick={() => onPage(page)}>
      <IconFileText size={16} aria-hidden />
      <span className="cdj-figures">{t('page.chip', { page })}</span>
    </button>
  )
}
