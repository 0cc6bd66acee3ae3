import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './transcribed-line.module.css'

/** Wherever a sheet that was first filled on paper is shown: who filled it, and who typed it in. Nothing for any other. */
export function TranscribedLine({ transcribed }: { transcribed: { filledBy: string; by: string } | null | undefined }) {
  const { t } = useTranslation('transcription')
  if (!transcribed) return null
  return (
    <p className={styles['line']}>
      <IconFileText size={18} aria-hidden />
      <span>{t('line', { filledBy: transcribed.filledBy, by: transcribed.by })}</span>
    </p>
  )
}
