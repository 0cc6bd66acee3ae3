import fc from 'fast-check'
import { expect, it } from 'vitest'
import { strokesSchema } from '#domain/entry.ts'
import { croppedToInk } from '#domain/strokes.ts'

const coordinate = fc.integer({ min: 0, max: 2_000 })
const point = fc.tuple(coordinate, coordinate, fc.constant(0.5), fc.nat(5_000))
const drawn = fc.record({
  width: fc.constant(2_000),
  height: fc.constant(2_000),
  strokes: fc.array(fc.array(point, { minLength: 1, maxLength: 20 }), { maxLength: 5 }),
})

it('crops a drawing to its ink without deforming it, and a cropped one no further', () => {
  fc.assert(
    fc.property(drawn, (ink) => {
      const cropped = strokesSchema.parse(croppedToInk(ink))
      const from = ink.strokes[0]?.[0]
      const to = cropped.strokes[0]?.[0]
      for (const [index, [x, y, , ms]] of cropped.strokes.flat().entries()) {
        const [beforeX = 0, beforeY = 0, , beforeMs] = ink.strokes.flat()[index] ?? []
        expect([x - (to?.[0] ?? 0), y - (to?.[1] ?? 0), ms]).toEqual([beforeX - (from?.[0] ?? 0), beforeY - (from?.[1] ?? 0), beforeMs])
        expect(x > 0 && x < cropped.width && y > 0 && y < cropped.height).toBe(true)
      }
      expect(croppedToInk(cropped)).toEqual(cropped)
    }),
  )
})
