import { StreamDecoder } from '#device/transfer/stream-decoder.ts'
import { openStream } from '#device/transfer/stream-encoder.ts'
import type { Bytes } from '#seal/bytes.ts'
import type { Envelope } from '#seal/envelope.ts'
import { someEnvelopes } from '../../builders/an-envelope.ts'
import { aloneTrial, emptyTally, type Fault, type Tally } from '../fault.ts'
import { note } from '../oracle.ts'
import type { Random } from '../random.ts'

const LOSS = 0.4
/** A camera that stays this many times the whole stream and still has not read it has lost it. */
const MAX_ROUNDS = 30

/** Frames in every order with 40 % lost: all 120 orders of a small stream, then a day's twelve sheets shuffled, some frames seen twice. */
export const qrFrames: Fault = {
  name: 'QR frames in every order, 40 % lost',
  start: async () =>
    aloneTrial(async (random) => {
      const tally = emptyTally()
      const small = await someEnvelopes(1, 5_600)
      for (const order of permutations([0, 1, 2, 3, 4])) await filmSmall(tally, small, order, random)
      await filmDay(tally, await someEnvelopes(12), random)
      return tally
    }),
}

async function filmSmall(tally: Tally, envelopes: readonly Envelope[], order: readonly number[], random: Random): Promise<void> {
  const { nextFrame, slices } = await streamOf(envelopes)
  if (slices !== order.length) throw new Error(`a stream of ${slices} slices`)
  const decoder = new StreamDecoder()
  const first = await frames(nextFrame, slices)
  const seen = order.flatMap((at) => first[at] ?? []).filter(() => !random.chance(LOSS))
  const read = (await film(decoder, seen)) ?? (await filmOn(decoder, nextFrame, slices, random))
  compare(tally, envelopes, read)
}

async function filmDay(tally: Tally, envelopes: readonly Envelope[], random: Random): Promise<void> {
  const { nextFrame, slices } = await streamOf(envelopes)
  await frames(nextFrame, random.between(0, 200))
  compare(tally, envelopes, await filmOn(new StreamDecoder(), nextFrame, slices, random))
}

async function streamOf(envelopes: readonly Envelope[]) {
  const opening = await openStream(envelopes, 'fine')
  if (!opening.ok) throw new Error(opening.code)
  return opening.stream
}

async function frames(nextFrame: () => Promise<Bytes>, count: number): Promise<Bytes[]> {
  const taken: Bytes[] = []
  while (taken.length < count) taken.push(await nextFrame())
  return taken
}

async function filmOn(decoder: StreamDecoder, nextFrame: () => Promise<Bytes>, slices: number, random: Random): Promise<Envelope[] | null> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const seen = (await frames(nextFrame, slices)).filter(() => !random.chance(LOSS))
    const read = await film(decoder, random.shuffle([...seen, ...seen.filter(() => random.chance(0.3))]))
    if (read !== null) return read
  }
  return null
}

async function film(decoder: StreamDecoder, seen: readonly Bytes[]): Promise<Envelope[] | null> {
  for (const frame of seen) {
    const outcome = await decoder.add(frame)
    if (outcome.kind === 'complete') return outcome.content.envelopes
  }
  return null
}

/** Compares what was given to the camera with what was read. */
export function compare(tally: Tally, given: readonly Envelope[], read: readonly Envelope[] | null): void {
  tally.acknowledged += given.length
  const found = read ?? []
  for (const { id, jwe } of given) {
    const copies = found.filter((envelope) => envelope.id === id)
    if (copies.length === 0) note(tally, 'lost', `envelope ${id} was never read`)
    if (copies.length > 1) note(tally, 'duplicated', `envelope ${id} was read ${copies.length} times`)
    if (copies.some((copy) => copy.jwe !== jwe)) note(tally, 'misread', `envelope ${id} is not what was sent`)
  }
  if (found.length > given.length) note(tally, 'misread', 'more envelopes than were sent')
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]]
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))
}
