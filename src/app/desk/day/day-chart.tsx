import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { offsetMinutes } from '../../shared/formatters.ts'
import styles from './day.module.css'
import { DayShape } from './day-symbol.tsx'
import type { DayBar, DayView, RoomLine } from './day-view.ts'
import { oralAnchor, useBarWords } from './day-words.ts'
import { useBarKeys } from './use-bar-keys.ts'

/** The drawing's own units; it is as wide as the page, and hidden where that would make its texts small (day.module.css). */
const WIDTH = 1180
const LABEL = 130
const HEARD = 70
const AXIS = 24
const HALF_HOUR_MS = 30 * 60_000
/** More rooms than this, and lines come closer. */
const MANY_ROOMS = 25

interface Frame {
  fromMs: number
  toMs: number
  lineHeight: number
  xAt: (epochMs: number) => number
  /** An instant as the orals' own clock says it. */
  timeAt: (epochMs: number) => string
}

/** Rooms by time: a line a room, a bar an oral. One stop of the Tab key; arrows go from oral to oral; each leads to its sheets below. */
export function DayChart({ view, nowMs }: { view: DayView; nowMs: number }) {
  const { t } = useTranslation('desk')
  const barWords = useBarWords()
  const [shown, setShown] = useState<DayBar | null>(null)
  const drawing = useRef<SVGSVGElement>(null)
  const keys = useBarKeys(view, drawing)
  const frame = frameOf(view)
  const bottom = AXIS + view.rooms.length * frame.lineHeight
  const showNow = nowMs >= view.fromMs && nowMs <= view.toMs
  return (
    <section className={styles['chart']} aria-label={t('day.chartLabel', { count: view.rooms.length })}>
      <svg ref={drawing} viewBox={`0 0 ${WIDTH} ${bottom + AXIS}`} role="presentation">
        <Axis frame={frame} bottom={bottom} coveredAt={showNow ? frame.xAt(nowMs) : null} />
        {view.rooms.map((line, place) => (
          <Line key={line.room} line={line} frame={frame} top={AXIS + place * frame.lineHeight}>
            {(bar, box) => (
              <a
                key={bar.row.oral.id}
                href={`#${oralAnchor(bar.row.oral.id)}`}
                data-oral={bar.row.oral.id}
                className={styles['barLink']}
                tabIndex={keys.stop === bar.row.oral.id ? 0 : -1}
                aria-label={barWords(bar)}
                onKeyDown={(event: KeyboardEvent) => keys.press(event)}
                onFocus={() => {
                  keys.setStop(bar.row.oral.id)
                  setShown(bar)
                }}
                onMouseEnter={() => setShown(bar)}
              >
                <Bar bar={bar} {...box} />
              </a>
            )}
          </Line>
        ))}
        {showNow && <NowLine x={frame.xAt(nowMs)} bottom={bottom} time={frame.timeAt(nowMs)} />}
      </svg>
      {/* What a link says aloud when it is reached, for the eye. */}
      <p className={styles['readout']} aria-hidden>
        {shown ? barWords(shown) : t('day.hint')}
      </p>
    </section>
  )
}

function frameOf({ rooms, fromMs, toMs }: DayView): Frame {
  const offset = offsetMinutes(rooms[0]?.bars[0]?.row.oral.startsAt ?? '')
  const pxPerMs = (WIDTH - LABEL - HEARD) / (toMs - fromMs)
  return {
    fromMs,
    toMs,
    lineHeight: rooms.length > MANY_ROOMS ? 20 : 30,
    xAt: (epochMs) => LABEL + (epochMs - fromMs) * pxPerMs,
    timeAt: (epochMs) => new Date(epochMs + offset * 60_000).toISOString().slice(11, 16),
  }
}

/** `coveredAt`: where the mark of now covers an hour below. */
function Axis({ frame, bottom, coveredAt }: { frame: Frame; bottom: number; coveredAt: number | null }) {
  const { t } = useTranslation('desk')
  const count = Math.round((frame.toMs - frame.fromMs) / HALF_HOUR_MS)
  const ticks = Array.from({ length: count + 1 }, (_, place) => frame.fromMs + place * HALF_HOUR_MS)
  return (
    <g>
      {ticks.map((tick) => {
        const time = frame.timeAt(tick)
        const isHour = time.endsWith(':00')
        return (
          <g key={tick} className={styles['tick']} data-hour={isHour}>
            <line x1={frame.xAt(tick)} x2={frame.xAt(tick)} y1={AXIS - 4} y2={bottom + 4} />
            {isHour && (
              <>
                <text x={frame.xAt(tick)} y={AXIS - 9}>
                  {time}
                </text>
                {(coveredAt === null || Math.abs(frame.xAt(tick) - coveredAt) > 42) && (
                  <text x={frame.xAt(tick)} y={bottom + 17}>
                    {time}
                  </text>
                )}
              </>
            )}
          </g>
        )
      })}
      <text className={styles['heard']} x={WIDTH} y={AXIS - 9}>
        {t('day.heard')}
      </text>
    </g>
  )
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

interface LineProps {
  line: RoomLine
  frame: Frame
  top: number
  children: (bar: DayBar, box: Box) => React.ReactNode
}

function Line({ line, frame, top, children }: LineProps) {
  const middle = top + frame.lineHeight / 2 + 4.5
  const height = frame.lineHeight - 4
  return (
    <g>
      <line className={styles['rule']} x1={0} x2={WIDTH} y1={top} y2={top} />
      <text className={styles['room']} x={0} y={middle}>
        {shortened(line.room)}
        {line.room.length > MAX_ROOM_LETTERS && <title>{line.room}</title>}
      </text>
      {line.bars.map((bar) => {
        const x = frame.xAt(bar.startMs)
        return children(bar, { x, y: top + 2, width: Math.max(10, frame.xAt(bar.endMs) - x - 1), height })
      })}
      <text className={styles['heard']} x={WIDTH} y={middle}>
        {line.heardAtMs === null ? '–' : frame.timeAt(line.heardAtMs)}
      </text>
    </g>
  )
}

const MAX_ROOM_LETTERS = 19

function shortened(room: string): string {
  return room.length > MAX_ROOM_LETTERS ? `${room.slice(0, MAX_ROOM_LETTERS - 1)}…` : room
}

/** Narrower than this, a bar shows its shape alone. */
const COUNT_FROM = 38

function Bar({ bar: { state, received, expected }, x, y, width, height }: { bar: DayBar } & Box) {
  const hasShape = state !== 'planned'
  return (
    <>
      <rect className={styles['bar']} data-state={state} x={x + 0.5} y={y} width={width} height={height} rx={3} />
      {hasShape && <DayShape state={state} x={x + 4} y={y + height / 2 - 6} />}
      {width >= COUNT_FROM && state !== 'planned' && (
        <text className={styles['count']} data-state={state} x={x + 19} y={y + height / 2 + 4}>
          {received}/{expected}
        </text>
      )}
    </>
  )
}

function NowLine({ x, bottom, time }: { x: number; bottom: number; time: string }) {
  return (
    <g className={styles['now']}>
      <line x1={x} x2={x} y1={AXIS - 2} y2={bottom + 2} />
      <rect x={x - 22} y={bottom + 5} width={44} height={17} rx={4} />
      <text x={x} y={bottom + 18}>
        {time}
      </text>
    </g>
  )
}
