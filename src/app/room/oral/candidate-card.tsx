import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../../shared/formatters.ts'
import styles from './oral-screen.module.css'
import { useOralWork } from './oral-work.ts'

/** Who is being heard, and on what: the page's h1. It takes the focus as the page opens, so that a screen reader says where one is. */
export function CandidateCard() {
  const { t } = useTranslation(['oral', 'calibration'])
  const { candidate, grid, oral, calibration } = useOralWork().subject
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => headingRef.current?.focus({ preventScroll: true }), [])
  if (calibration !== null) {
    return (
      <div className={styles['candidate']}>
        <h1 ref={headingRef} tabIndex={-1}>
          {calibration.title}
        </h1>
        <p>
          {t(calibration.withdrawnAt === undefined ? 'calibration:card.what' : 'calibration:card.withdrawn')} · {grid.title}
        </p>
      </div>
    )
  }
  return (
    <div className={styles['candidate']}>
      <h1 ref={headingRef} tabIndex={-1}>
        {candidate.firstName} {candidate.lastName}
      </h1>
      <p>
        <span className="cdj-figures">{t('oral:candidate.number', { number: candidate.number })}</span> · {grid.title}
      </p>
      <p className={styles['candidateMore']}>
        {t('oral:candidate.startsAt', { time: formatTime(oral.startsAt) })} · {oral.room}
        {candidate.accommodations.map((accommodation) => (
          <strong key={accommodation.effect}> · {accommodation.effect}</strong>
        ))}
      </p>
    </div>
  )
}
