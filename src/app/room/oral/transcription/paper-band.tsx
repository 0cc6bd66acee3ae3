import { useTranslation } from 'react-i18next'
import { TranscribedLine } from '../../../shared/transcribed-line.tsx'
import { useOralWork } from '../oral-work.ts'
import { placeIds } from '../places.tsx'
import styles from '../timer/timer.module.css'

/** In the timer's place while a paper is typed in: the oral is over, and its time is the paper's. */
export function PaperBand() {
  const { t } = useTranslation('transcription')
  const { transcribed } = useOralWork().draft
  if (transcribed === null) return null
  return (
    <section className={styles['panel']} aria-label={t('card.title')} id={placeIds.timer} tabIndex={-1}>
      <TranscribedLine transcribed={transcribed} />
      <p className={`${styles['paper'] ?? ''} cdj-figures`}>
        {transcribed.minutes === null ? t('card.minutesNone') : t('card.minutesNoted', { count: transcribed.minutes })}
      </p>
    </section>
  )
}
