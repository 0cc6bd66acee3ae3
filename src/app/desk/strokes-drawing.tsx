import { getStroke } from 'perfect-freehand'
import type { Strokes } from '#domain/entry.ts'
import styles from './desk.module.css'

/** Vector strokes as they were drawn. `label` says what they are: the drawing has no other words. */
export function StrokesDrawing({ strokes, label }: { strokes: Strokes; label: string }) {
  const size = Math.max(2, strokes.width / 130)
  return (
    <svg role="img" aria-label={label} className={styles['strokes']} viewBox={`0 0 ${strokes.width} ${strokes.height}`}>
      {strokes.strokes.map((points) => (
        <path key={points.flat().join(' ')} d={outline(points, size)} fill="currentColor" />
      ))}
    </svg>
  )
}

function outline(points: Strokes['strokes'][number], size: number): string {
  const ring = getStroke(
    points.map(([x, y, pressure]) => [x, y, pressure]),
    { size, thinning: 0.4, simulatePressure: false, last: true },
  )
  return ring.length === 0 ? '' : `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`
}
