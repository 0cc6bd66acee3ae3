import styles from './day.module.css'
import type { DayState } from './day-view.ts'

/** One shape a state, so that none is told by colour alone: drawn in a box of 12 × 12. */
const SHAPES: Record<DayState, string> = {
  late: 'M6 1 L6 7.5 M6 10 L6 11',
  signing: 'M1.5 6 L3 6 M5.25 6 L6.75 6 M9 6 L10.5 6',
  running: 'M3 1.5 L10.5 6 L3 10.5 Z',
  quiet: 'M3 1.5 L10.5 6 L3 10.5 Z',
  planned: '',
  done: 'M1.5 6.5 L4.5 9.5 L10.5 2.5',
}

/** A state's shape, inside the chart's own drawing. */
export function DayShape({ state, x, y }: { state: DayState; x: number; y: number }) {
  return <path className={styles['shape']} data-state={state} d={SHAPES[state]} transform={`translate(${x} ${y})`} />
}

/** A state as the chart draws it, small, for the legend and lists. */
export function DaySymbol({ state }: { state: DayState }) {
  return (
    <svg className={styles['symbol']} viewBox="0 0 24 16" width={24} height={16} aria-hidden="true">
      <rect className={styles['bar']} data-state={state} x={1} y={1} width={22} height={14} rx={3} />
      <DayShape state={state} x={6} y={2} />
    </svg>
  )
}
