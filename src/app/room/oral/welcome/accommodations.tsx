import { useTranslation } from 'react-i18next'
import { useOralWork } from '../oral-work.ts'
import styles from './welcome.module.css'

/** What the candidate is granted: the effect only, never why. */
export function Accommodations() {
  const { t } = useTranslation('oral')
  const { candidate, grid, allottedMs } = useOralWork().subject
  if (candidate.accommodations.length === 0) return null
  const minutes = Math.round(allottedMs / 60_000)
  return (
    <section className={styles['card']} aria-labelledby="accommodation-title">
      <h3 id="accommodation-title">{t('welcome.accommodation')}</h3>
      <ul>
        {candidate.accommodations.map((accommodation) => (
          <li key={accommodation.effect}>{accommodation.effect}</li>
        ))}
      </ul>
      {minutes !== grid.durationMinutes && <p>{t('welcome.accommodationTime', { minutes, normal: grid.durationMinutes })}</p>}
    </section>
  )
}
