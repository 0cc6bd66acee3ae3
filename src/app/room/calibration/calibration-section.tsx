import { useObservable } from 'dexie-react-hooks'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type DayOral, watchCalibrations } from '#device/day.ts'
import type { Meaning } from '../../shared/meaning.ts'
import { StateBadge } from '../../shared/state-badge.tsx'
import list from '../day-list.module.css'
import styles from '../day-page.module.css'
import { useNotebook } from '../notebook-context.tsx'
import own from './calibration-section.module.css'

/** The invented cases to score before the orals; nothing when there is none. */
export function CalibrationSection() {
  const { t } = useTranslation('calibration')
  const notebook = useNotebook()
  const known = useObservable(() => watchCalibrations(notebook), [notebook])
  const headingId = useId()
  if (!known || known.length === 0) return null
  return (
    <section className={styles['section']}>
      <h2 id={headingId}>{t('day.title')}</h2>
      <p className={styles['says']}>{t('day.says')}</p>
      <ul className={list['list']} aria-labelledby={headingId}>
        {known.map((one) => (
          <li key={one.oral.id}>
            <CalibrationLine line={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function CalibrationLine({ line: { oral, calibration, sheet, grid } }: { line: DayOral }) {
  const { t } = useTranslation('calibration')
  if (calibration === null) return null
  const state = stateOf(sheet, calibration.withdrawnAt !== undefined)
  const id = encodeURIComponent(oral.id)
  return (
    <Link to={state === 'signed' || state === 'delivered' ? `/salle/calibration/${id}` : `/salle/oral/${id}`} className={own['line']}>
      <span className={list['who']}>
        <strong>{calibration.title}</strong>
        <span className={list['facts']}>
          {grid.title} · {t('day.minutes', { count: calibration.minutes })}
        </span>
      </span>
      <StateBadge meaning={MEANINGS[state]}>{t(`day.state.${state}`)}</StateBadge>
    </Link>
  )
}

type CalibrationState = 'toDo' | 'begun' | 'withdrawn' | 'signed' | 'delivered'

const MEANINGS: Record<CalibrationState, Meaning> = {
  toDo: 'neutral',
  begun: 'accent',
  withdrawn: 'neutral',
  signed: 'device',
  delivered: 'delivered',
}

function stateOf(sheet: DayOral['sheet'], isWithdrawn: boolean): CalibrationState {
  if (sheet?.state === 'signed') return sheet.delivery === 'delivered' ? 'delivered' : 'signed'
  if (isWithdrawn) return 'withdrawn'
  return sheet === null || sheet.presence === null ? 'toDo' : 'begun'
}
