import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Mixture, mixturesOf, SliceSolver } from '#device/transfer/fountain.ts'
import type { Bytes } from '#seal/bytes.ts'

const SLICE_BYTES = 7
/** One in 2^16 draws needs more than these besides the number of slices. */
const SPARE = 16

/** What a camera that sees these of the mixtures rebuilds, and how many it had to see. */
function rebuilt(seen: Iterable<Mixture>, slices: number): { payload: number[]; needed: number } | null {
  const solver = new SliceSolver(slices)
  let needed = 0
  for (const mixture of seen) {
    needed += 1
    solver.add(mixture)
    const found = solver.solve()
    if (found !== null) return { payload: found.flatMap((slice) => [...slice]), needed }
  }
  return null
}

function* without(mixtures: Iterable<Mixture>, isMissed: (at: number) => boolean): Generator<Mixture> {
  let at = 0
  for (const mixture of mixtures) if (!isMissed(at++)) yield mixture
}

function* first(mixtures: Iterable<Mixture>, count: number): Generator<Mixture> {
  let left = count
  for (const mixture of mixtures) {
    if (left-- <= 0) return
    yield mixture
  }
}

const payloads = fc.uint8Array({ minLength: 1, maxLength: 90 * SLICE_BYTES }).map((bytes): Bytes => new Uint8Array(bytes))

it('rebuilds a payload from hardly more frames than slices, whichever the camera missed', () => {
  fc.assert(
    fc.property(payloads, fc.nat(300), fc.infiniteStream(fc.nat(9)), (payload, missedAtStart, chances) => {
      const slices = Math.ceil(payload.length / SLICE_BYTES)
      const seen = without(mixturesOf(payload, SLICE_BYTES), (at) => at < missedAtStart || Number(chances.next().value) < 4)
      const result = rebuilt(first(seen, slices + SPARE), slices)
      expect(result?.payload.slice(0, payload.length)).toEqual([...payload])
    }),
    { numRuns: 60 },
  )
})

it('knows more with each frame that says something new, and never less', () => {
  fc.assert(
    fc.property(payloads, fc.nat(100), (payload, missedAtStart) => {
      const slices = Math.ceil(payload.length / SLICE_BYTES)
      const solver = new SliceSolver(slices)
      for (const mixture of first(
        without(mixturesOf(payload, SLICE_BYTES), (at) => at < missedAtStart),
        slices + SPARE,
      )) {
        const before = solver.rank
        solver.add(mixture)
        expect([before, before + 1]).toContain(solver.rank)
        const known = solver.rank
        solver.add(mixture)
        expect(solver.rank).toBe(known)
      }
      expect(solver.rank).toBe(slices)
    }),
    { numRuns: 30 },
  )
})

it('tells the same slices each time it is asked', () => {
  const payload = crypto.getRandomValues(new Uint8Array(SLICE_BYTES * 20))
  const solver = new SliceSolver(20)
  for (const mixture of first(
    without(mixturesOf(payload, SLICE_BYTES), (at) => at < 20),
    20 + SPARE,
  ))
    solver.add(mixture)
  expect(solver.solve()?.flatMap((slice) => [...slice])).toEqual([...payload])
  expect(solver.solve()?.flatMap((slice) => [...slice])).toEqual([...payload])
})

it('tells nothing while a slice is missing', () => {
  const payload = new Uint8Array(SLICE_BYTES * 5).fill(1)
  const solver = new SliceSolver(5)
  for (const mixture of first(mixturesOf(payload, SLICE_BYTES), 4)) solver.add(mixture)
  expect(solver.rank).toBe(4)
  expect(solver.solve()).toBeNull()
})
