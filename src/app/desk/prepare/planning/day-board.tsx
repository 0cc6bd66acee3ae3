import { useDroppable } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'
import { type PreparedPanel, pausesOf } from '#domain/preparation.ts'
import { formatLongDate } from '../../../shared/formatters.ts'
import own from '../prepare.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'
import { type BoardRange, type Hover, MINUTE_PX, minutesOf, timeOf, topAt } from './board-time.ts'
import { type CardActs, type CardOral, OralCard } from './oral-card.tsx'
import { laneId } from './use-board-drag.ts'

/** An oral of the day shown. */
export interface BoardOral extends CardOral {
  panelId: string
  startMinute: number
  minutes: number
}

interface DayBoardProps {
  range: BoardRange
  orals: readonly BoardOral[]
  acts: CardActs
  /** Where the oral lifted by keyboard would settle. */
  hover: Hover | null
}

/** One day: a column a panel, the hours downwards. */
export function DayBoard({ range, orals, acts, hover }: DayBoardProps) {
  const { t } = useTranslation('prepare')
  const { now } = usePreparedSession()
  const firstHour = Math.ceil(range.fromMinute / 60)
  const hours = Array.from({ length: Math.floor(range.toMinute / 60) - firstHour + 1 }, (_, place) => (firstHour + place) * 60)
  const height = (range.toMinute - range.fromMinute) * MINUTE_PX
  return (
    <section className={own['board']} aria-label={t('planning.board', { day: formatLongDate(range.day) })}>
      <div className={own['clock']} aria-hidden>
        <div className={own['head']} />
        <div className={own['lane']} style={{ height }}>
          {hours.map((minute) => (
            <span key={minute} className={`${own['hour']} cdj-figures`} style={{ top: (minute - range.fromMinute) * MINUTE_PX }}>
              {timeOf(minute)}
            </span>
          ))}
        </div>
      </div>
      {now.panels.map((panel) => (
        <PanelLane
          key={panel.id}
          panel={panel}
          range={range}
          orals={orals.filter(({ panelId }) => panelId === panel.id)}
          acts={acts}
          hover={hover?.panelId === panel.id ? hover : null}
        />
      ))}
    </section>
  )
}

function PanelLane({ panel, range, orals, acts, hover }: DayBoardProps & { panel: PreparedPanel }) {
  const { t } = useTranslation('prepare')
  const { now } = usePreparedSession()
  const { setNodeRef, isOver } = useDroppable({ id: panel.id })
  const height = (range.toMinute - range.fromMinute) * MINUTE_PX
  const topOf = (minute: number) => (minute - range.fromMinute) * MINUTE_PX
  return (
    <section className={own['column']} aria-label={panel.name}>
      <div className={own['head']}>
        {panel.name}
        <span>
          {panel.room}, {t('start.orals', { count: orals.length })}
        </span>
      </div>
      <div ref={setNodeRef} id={laneId(panel.id)} className={own['lane']} data-over={isOver} style={{ height }}>
        {closedStretches(now.hours, range).map(([from, to]) => (
          <div key={`${from} ${to}`} className={own['closed']} style={{ top: topOf(from), height: (to - from) * MINUTE_PX }} />
        ))}
        {hover && <div className={own['ghost']} style={{ top: topAt(range, hover.startMs, now.hours.timeZone) }} />}
        {sideBySide(orals).map(({ oral, isAside }) => (
          <div
            key={oral.id}
            className={own['slot']}
            data-aside={isAside}
            style={{ top: topOf(oral.startMinute), height: oral.minutes * MINUTE_PX }}
          >
            <OralCard oral={oral} acts={acts} />
          </div>
        ))}
      </div>
    </section>
  )
}

/** The orals by their hour; one that begins before the former has ended is drawn aside, so that neither hides the other. */
function sideBySide(orals: readonly BoardOral[]): { oral: BoardOral; isAside: boolean }[] {
  const sorted = [...orals].sort((a, b) => a.startMinute - b.startMinute)
  const drawn: { oral: BoardOral; isAside: boolean }[] = []
  for (const oral of sorted) {
    const former = drawn.at(-1)
    const overlaps = former !== undefined && former.oral.startMinute + former.oral.minutes > oral.startMinute
    drawn.push({ oral, isAside: overlaps && !former.isAside })
  }
  return drawn
}

/** When no oral may take place: before the opening, in the pauses, after the closing, or all day. */
function closedStretches(hours: ReturnType<typeof usePreparedSession>['now']['hours'], range: BoardRange): [number, number][] {
  if (!hours.days.includes(range.day)) return [[range.fromMinute, range.toMinute]]
  const pauses = pausesOf(hours).map(({ from, to }): [number, number] => [minutesOf(from), minutesOf(to)])
  const stretches: [number, number][] = [[range.fromMinute, minutesOf(hours.from)], ...pauses, [minutesOf(hours.to), range.toMinute]]
  return stretches.filter(([from, to]) => to > from)
}
