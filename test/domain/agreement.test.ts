import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreement, krippendorffAlpha, severity } from '#domain/agreement.ts'

/** The worked example of Krippendorff (2011), section C: four observers, twelve units, missing values left out. */
const OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
]
const PUBLISHED = Array.from({ length: 12 }, (_, unit) => OBSERVERS.flatMap((ratings) => ratings[unit] ?? []))

/** A small deterministic generator (mulberry32), for the tests alone. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

describe('agreement between jurors', () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('gives the published %s alpha, %f', (metric, published) => {
    expect(krippendorffAlpha(PUBLISHED, metric)).toBeCloseTo(published, 3)
  })

  it('is 1 when all agree, and unknown when nothing could disagree', () => {
    expect(
      krippendorffAlpha(
        [
          [0, 0],
          [2, 2, 2],
          [1, 1],
        ],
        'ordinal',
      ),
    ).toBe(1)
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        'ordinal',
      ),
    ).toBeNull()
    expect(krippendorffAlpha([[0], [2]], 'ordinal')).toBeNull()
    expect(krippendorffAlpha([], 'ordinal')).toBeNull()
  })

  it('never exceeds 1 and does not depend on who sits where', () => {
    const unit = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 20 }), (units) => {
        const alpha = krippendorffAlpha(units, 'ordinal')
        const reversed = krippendorffAlpha(units.map((ratings) => [...ratings].reverse()).reverse(), 'ordinal')
        if (alpha === null) expect(reversed).toBeNull()
        else {
          expect(alpha).toBeLessThanOrEqual(1 + 1e-9)
          expect(reversed).toBeCloseTo(alpha, 9)
        }
      }),
    )
  })

  it('says how sure it is: the interval holds alpha and narrows with more units', () => {
    const few = agreement(PUBLISHED, 'ordinal', seeded(1))
    const many = agreement(Array.from({ length: 8 }, () => PUBLISHED).flat(), 'ordinal', seeded(1))
    expect(few.units).toBe(11)
    if (!few.interval || !many.interval || few.alpha === null) throw new Error('no interval')
    expect(few.interval.low).toBeLessThan(few.alpha)
    expect(few.interval.high).toBeGreaterThan(few.alpha)
    expect(many.interval.high - many.interval.low).toBeLessThan((few.interval.high - few.interval.low) / 2)
  })

  it('gives the same interval for the same sheets', () => {
    expect(agreement(PUBLISHED, 'ordinal', seeded(7))).toEqual(agreement(PUBLISHED, 'ordinal', seeded(7)))
  })
})

describe('a juror’s severity', () => {
  it('is their mean difference to co-jurors on the same competences, alone ones left out', () => {
    expect(
      severity([
        { own: 2, others: [1, 1] },
        { own: 2, others: [2] },
        { own: 0, others: [] },
      ]),
    ).toEqual({ meanDifference: 0.5, units: 2 })
    expect(severity([])).toEqual({ meanDifference: null, units: 0 })
  })
})
