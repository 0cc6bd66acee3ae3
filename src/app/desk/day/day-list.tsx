import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../../shared/formatters.ts'
import { personName } from '../person-name.ts'
import styles from './day.module.css'
import { DaySymbol } from './day-symbol.tsx'
import { currentBar, DAY_STATES, type DayBar, type DayView, type RoomLine } from './day-view.ts'
import { oralAnchor } from './day-words.ts'

/** The same day where the picture would be too small: a room a line, what it is at now and next, the most pressing first. */
export function DayList({ view }: { view: DayView }) {
  const { t } = useTranslation('desk')
  const rooms = view.rooms
    .flatMap((line) => {
      const bar = currentBar(line)
      return bar ? [{ line, bar }] : []
    })
    .sort((a, b) => DAY_STATES.indexOf(a.bar.state) - DAY_STATES.indexOf(b.bar.state))
  return (
    <ul className={styles['rooms']} aria-label={t('day.listLabel')}>
      {rooms.map(({ line, bar }) => (
        <li key={line.room}>
          <RoomItem line={line} bar={bar} />
        </li>
      ))}
    </ul>
  )
}

function RoomItem({ line, bar }: { line: RoomLine; bar: DayBar }) {
  const { t } = useTranslation('desk')
  const next = line.bars.find(({ startMs }) => startMs > bar.startMs)
  const done = line.bars.filter(({ state }) => state === 'done').length
  return (
    <>
      <span className={styles['roomHead']}>
        <strong>{line.room}</strong>
        <span className={styles['stateWord']} data-state={bar.state}>
          <DaySymbol state={bar.state} />
          {t(`day.state.${bar.state}`)}
        </span>
      </span>
      <Anchor href={`#${oralAnchor(bar.row.oral.id)}`}>
        {t('day.at', { time: formatTime(bar.row.oral.startsAt), candidate: personName(bar.row.candidate) })}
      </Anchor>
      <span className="cdj-figures">
        {t('day.sheets', { count: bar.received, expected: bar.expected })}, {t('day.doneOf', { count: done, total: line.bars.length })}
      </span>
      {next && next.state === 'planned' && bar.state !== 'planned' && (
        <span>{t('day.next', { time: formatTime(next.row.oral.startsAt), candidate: personName(next.row.candidate) })}</span>
      )}
    </>
  )
}
