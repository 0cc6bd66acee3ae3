import type { Strokes } from './entry.ts'

/** Room around what is drawn, for the thickness of its lines. */
const MARGIN = 4

/** The same strokes in the least box that holds them, as large: a signature is legible where little room is left for it, and leaves no empty room. */
export function croppedToInk({ width, height, strokes }: Strokes): Strokes {
  const points = strokes.flat()
  if (points.length === 0) return { width, height, strokes }
  const left = points.reduce((least, [x]) => Math.min(least, x), Number.POSITIVE_INFINITY) - MARGIN
  const top = points.reduce((least, [, y]) => Math.min(least, y), Number.POSITIVE_INFINITY) - MARGIN
  return {
    width: points.reduce((most, [x]) => Math.max(most, x), left) - left + MARGIN,
    height: points.reduce((most, [, y]) => Math.max(most, y), top) - top + MARGIN,
    strokes: strokes.map((stroke) => stroke.map(([x, y, pressure, ms]) => [x - left, y - top, pressure, ms])),
  }
}
