import { getStroke } from 'perfect-freehand'
import type { Strokes } from '#domain/entry.ts'
import styles from './ink-picture.module.css'

/** Stored strokes as an image: vectors, hence sharp at any size and on paper. */
export function InkPicture({ ink, label }: { ink: Strokes; label: string }) {
  return (
    <svg className={styles['picture']} viewBox={`0 0 ${ink.width} ${ink.height}`} role="img" aria-label={label}>
      {ink.strokes.map((stroke) => (
        <path key={stroke[0]?.join() ?? ''} d={outline(stroke, ink.width)} fill="currentColor" />
      ))}
    </svg>
  )
}

/** As thick on a page as the pen was on the screen, whatever the box. */
function outline(stroke: Strokes['strokes'][number], boxWidth: number): string {
  const points = getStroke(
    stroke.map(([x, y, pressure]) => [x, y, pressure]),
    { size: Math.max(3, boxWidth / 140), thinning: 0.3, smoothing: 0.5, streamline: 0.3, simulatePressure: false },
  )
  if (points.length === 0) return ''
  return `M ${points.map(([x = 0, y = 0]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' L ')} Z`
}
