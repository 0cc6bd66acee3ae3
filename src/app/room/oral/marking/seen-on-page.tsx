import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useOralWork } from '../oral-work.ts'
import styles from './marking.module.css'

/** Where the written support shows an indicator, one touch from that page. */
export function SeenOnPage({ page }: { page: number }) {
  const { t } = useTranslation('oral')
  const { oral } = useOralWork().subject
  return (
    <Link to={`/salle/oral/${oral.id}/support?page=${page}`} className={styles['seenOnPage']}>
      <IconFileText size={16} aria-hidden />
      {t('marking.seenOnPage', { page })}
    </Link>
  )
}
