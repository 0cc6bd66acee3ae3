import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Framework } from '#domain/framework.ts'
import { formatDuration, formatTime } from '../shared/formatters.ts'
import { StateBadge } from '../shared/state-badge.tsx'
import styles from './day-list.module.css'
import type { DayLine } from './day-plan.ts'
import { partLabel } from './part-label.ts'
import { STATE_LOOK } from './state-words.ts'

interface DayListProps {
  lines: readonly DayLine[]
  framework: Framework
  /** Id of the heading that names the list. */
  labelledBy: string
}

/** A day's orals in order, each with its state; the whole line opens the oral. */
export function DayList({ lines, framework, labelledBy }: DayListProps) {
  return (
    <ol className={styles['list']} aria-labelledby={labelledBy}>
      {lines.map((line) => (
        <li key={line.day.oral.id}>
          <DayListLine line={line} framework={framework} />
        </li>
      ))}
    </ol>
  )
}

function DayListLine({ line: { day, state }, framework }: { line: DayLine; framework: Framework }) {
  const { t } = useTranslation('room')
  const { oral, candidate, grid, sheet } = day
  const look = STATE_LOOK[state]
  const facts = [
    t('day.candidateNumber', { number: candidate.number }),
    partLabel(grid, framework),
    oral.room,
    ...(day.allottedMs === grid.durationMinutes * 60_000 ? [] : [formatDuration(day.allottedMs)]),
    ...(sheet?.presence && sheet.presence !== 'present' ? [t(`day.presence.${sheet.presence}`)] : []),
    ...(sheet && sheet.revision > 1 ? [t('day.revision', { revision: sheet.revision })] : []),
  ]
  return (
    <>
      <Link to={`/salle/oral/${oral.id}`} className={styles['line']}>
        <time dateTime={oral.startsAt} className={styles['time']}>
          {formatTime(oral.startsAt)}
        </time>
        <span className={styles['who']}>
          <strong>
            {candidate.firstName} {candidate.lastName}
          </strong>
          <span className={styles['facts']}>{facts.join(' · ')}</span>
        </span>
        <StateBadge meaning={look.meaning} icon={look.icon}>
          {t(`day.state.${state}`)}
        </StateBadge>
      </Link>
      {sheet && sheet.damagedRows > 0 && <p className={styles['damaged']}>{t('day.damaged', { count: sheet.damagedRows })}</p>}
    </>
  )
}
