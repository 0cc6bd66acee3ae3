import { Button } from '@mantine/core'
import { IconAlarm, IconArrowRight, IconClock } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Framework } from '#domain/framework.ts'
import { formatDuration, formatTime } from '../shared/formatters.ts'
import { StateBadge } from '../shared/state-badge.tsx'
import type { DayLine } from './day-plan.ts'
import styles from './next-oral-card.module.css'
import { partLabel } from './part-label.ts'
import { ConformityList } from './reader/conformity-list.tsx'
import { STATE_LOOK } from './state-words.ts'

interface NextOralCardProps {
  line: DayLine
  /** Until its start; negative when late; null once begun. */
  startsInMs: number | null
  framework: Framework
}

/** The oral to turn to: who, when, where, and what is granted. */
export function NextOralCard({ line: { day, state }, startsInMs, framework }: NextOralCardProps) {
  const { t } = useTranslation('room')
  const headingId = useId()
  const { oral, candidate, grid } = day
  const look = STATE_LOOK[state]
  const action = state === 'toSign' ? t('day.sign') : state === 'inProgress' ? t('day.resume') : t('day.open')
  const name = `${candidate.firstName} ${candidate.lastName}`
  const time = formatTime(oral.startsAt)
  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <div className={styles['top']}>
        <h2 id={headingId} className={styles['kicker']}>
          {state === 'toCome' ? t('day.next') : state === 'toSign' ? t('day.toFinish') : t('day.current')}
        </h2>
        {startsInMs === null ? (
          <StateBadge meaning={look.meaning} icon={look.icon}>
            {t(`day.state.${state}`)}
          </StateBadge>
        ) : (
          <StartsIn startsInMs={startsInMs} />
        )}
      </div>
      <div className={styles['main']}>
        <time dateTime={oral.startsAt} className={styles['time']}>
          {time}
        </time>
        <div>
          <p className={styles['name']}>{name}</p>
          <p className={styles['number']}>{t('day.candidateNumber', { number: candidate.number })}</p>
        </div>
      </div>
      <dl className={styles['facts']}>
        <Fact label={t('day.part')} span="wide">
          {partLabel(grid, framework)}
          {grid.part.kind === 'block' && <span className={styles['partTitle']}>{grid.title}</span>}
        </Fact>
        <Fact label={t('day.room')}>{oral.room}</Fact>
        <Fact label={t('day.allotted')}>{formatDuration(day.allottedMs)}</Fact>
        {candidate.accommodations.length > 0 && (
          <Fact label={t('day.accommodation')}>{candidate.accommodations.map(({ effect }) => effect).join(' ; ')}</Fact>
        )}
        <Fact label={t('day.support')} span="whole">
          {day.support === null ? t('day.supportMissing') : <ConformityList support={day.support} grid={grid} startsAt={oral.startsAt} />}
        </Fact>
      </dl>
      <Button
        component={Link}
        to={`/salle/oral/${oral.id}`}
        size="lg"
        rightSection={<IconArrowRight size={22} stroke={2} aria-hidden />}
        aria-label={t('day.openNamed', { action, candidate: name, time })}
        className={styles['open'] ?? ''}
      >
        {action}
      </Button>
    </section>
  )
}

/** `wide`: the whole line on a phone; `whole`: on any screen. */
function Fact({ label, span, children }: { label: string; span?: 'wide' | 'whole'; children: ReactNode }) {
  return (
    <div className={`${styles['fact']} ${span ? styles[span] : ''}`}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const PUNCTUAL_MS = 60_000

function StartsIn({ startsInMs }: { startsInMs: number }) {
  const { t } = useTranslation('room')
  if (startsInMs <= -PUNCTUAL_MS) {
    return (
      <StateBadge meaning="danger" icon={IconAlarm}>
        {t('day.late', { duration: formatDuration(-startsInMs) })}
      </StateBadge>
    )
  }
  return (
    <StateBadge meaning="neutral" icon={IconClock}>
      {startsInMs < PUNCTUAL_MS ? t('day.now') : t('day.in', { duration: formatDuration(startsInMs) })}
    </StateBadge>
  )
}
