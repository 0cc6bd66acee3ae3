import type { PointGroup } from 'signature_pad'
import type { Strokes } from '#domain/entry.ts'

const MAX_POINTS_PER_STROKE = 5_000

/** signature_pad's own data as the sheet stores it: `[x, y, pressure, ms since the first point]`, in the box it was drawn in. */
export function toStrokes(groups: readonly PointGroup[], box: { width: number; height: number }): Strokes {
  const startMs = groups[0]?.points[0]?.time ?? 0
  return {
    ...box,
    strokes: groups
      .filter((group) => group.points.length > 0)
      .map((group) =>
        group.points
          .slice(0, MAX_POINTS_PER_STROKE)
          .map(({ x, y, pressure, time }): [number, number, number, number] => [
            round(x),
            round(y),
            round(pressure),
            Math.max(0, time - startMs),
          ]),
      ),
  }
}

/** The same strokes in another box, as large as fits without deforming them: a rotated tablet keeps the signature. */
export function scaleStrokes(strokes: Strokes, box: { width: number; height: number }): Strokes {
  const factor = Math.min(box.width / strokes.width, box.height / strokes.height)
  return {
    ...box,
    strokes: strokes.strokes.map((stroke) => stroke.map(([x, y, pressure, ms]) => [x * factor, y * factor, pressure, ms])),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
