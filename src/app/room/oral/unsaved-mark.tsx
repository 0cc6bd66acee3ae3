import { IconDeviceTablet, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './oral-screen.module.css'

/** Whether the text above is on the disk yet. */
export function UnsavedMark({ unsaved, empty }: { unsaved: boolean; empty: boolean }) {
  const { t } = useTranslation('oral')
  if (empty && !unsaved) return null
  return (
    <span className={styles['unsaved']} data-unsaved={unsaved || undefined}>
      {unsaved ? <IconPencil size={16} aria-hidden /> : <IconDeviceTablet size={16} aria-hidden />}
      {unsaved ? t('synthesis.unsaved') : t('synthesis.saved')}
    </span>
  )
}
