import { type Mixture, mixturesOf, SliceSolver } from '#device/transfer/fountain.ts'
import { type Measure, measure, quantile } from './bench.ts'

/** Twelve sheets by QR, as the journey of two tablets sends them. */
const SLICES = 55
const SLICE_BYTES = 960
const MISSED = 0.4
const CAMERAS = 300

/** Frames that a camera which misses 40 % must read, beside a sender that shows its slices round and round. */
export async function fountain(): Promise<Measure[]> {
  const payload = crypto.getRandomValues(new Uint8Array(SLICES * SLICE_BYTES))
  const ours = Array.from({ length: CAMERAS }, () => framesNeeded(mixturesOf(payload, SLICE_BYTES)))
  const carousel = Array.from({ length: CAMERAS }, () => framesNeeded(roundAndRound(payload)))
  return ([0.5, 0.99] as const).map((share) =>
    measure(
      `frames read for ${SLICES} slices, 40 % missed, p${share * 100}`,
      'frames',
      quantile(ours, share),
      quantile(carousel, share),
      'slices round and round',
    ),
  )
}

function framesNeeded(mixtures: Iterable<Mixture>): number {
  const solver = new SliceSolver(SLICES)
  let read = 0
  for (const mixture of mixtures) {
    if (Math.random() < MISSED) continue
    read += 1
    solver.add(mixture)
    if (solver.solve() !== null) return read
  }
  throw new Error('the mixtures came to an end')
}

function* roundAndRound(payload: Uint8Array<ArrayBuffer>): Generator<Mixture> {
  while (true) {
    const mixtures = mixturesOf(payload, SLICE_BYTES)
    for (let index = 0; index < SLICES; index++) yield mixtures.next().value
  }
}
