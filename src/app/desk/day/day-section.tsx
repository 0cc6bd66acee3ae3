import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionBoard } from '#contract/desk.ts'
import { formatLongDate } from '../../shared/formatters.ts'
import styles from '../desk.module.css'
import own from './day.module.css'
import { DayChart } from './day-chart.tsx'
import { DayList } from './day-list.tsx'
import { DaySymbol } from './day-symbol.tsx'
import { DayTable } from './day-table.tsx'
import { countStates, DAY_STATES, dayAt, dayView, examDays, sheetsOnDevices } from './day-view.ts'

/** The day of every room in one picture and in words, whose legend counts. */
export function DaySection({ board, nowMs }: { board: SessionBoard; nowMs: number }) {
  const { t } = useTranslation('desk')
  const [chosen, setChosen] = useState<string | null>(null)
  const days = examDays(board)
  const day = chosen !== null && days.includes(chosen) ? chosen : dayAt(board, nowMs)
  if (day === null) return null
  const view = dayView(board, day, nowMs)
  const counts = countStates(view)
  const onDevices = sheetsOnDevices(board)
  return (
    <section className={styles['section']} aria-labelledby="board-day">
      <div className={own['head']}>
        <h2 id="board-day">{t('day.title', { day: formatLongDate(day) })}</h2>
        {days.length > 1 && (
          <NativeSelect
            aria-label={t('day.choose')}
            value={day}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={days.map((value) => ({ value, label: formatLongDate(value) }))}
          />
        )}
      </div>
      <ul className={own['legend']} aria-label={t('day.legend')}>
        {DAY_STATES.filter((state) => counts[state] > 0).map((state) => (
          <li key={state} className={own['stateWord']} data-state={state}>
            <DaySymbol state={state} />
            <span>
              <span className="cdj-figures">{counts[state]}</span> {t(`day.count.${state}`, { count: counts[state] })}
            </span>
          </li>
        ))}
      </ul>
      {onDevices > 0 && <p className={styles['plain']}>{t('day.onDevices', { count: onDevices })}</p>}
      <DayChart view={view} nowMs={nowMs} />
      <DayList view={view} />
      <DayTable view={view} />
    </section>
  )
}
