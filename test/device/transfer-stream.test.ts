import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFrame, writeFrame } from '#device/transfer/frame.ts'
import { StreamDecoder } from '#device/transfer/stream-decoder.ts'
import { type Density, type EnvelopeStream, openStream } from '#device/transfer/stream-encoder.ts'
import { type Bytes, fromBase64url } from '#seal/bytes.ts'
import type { Envelope } from '#seal/envelope.ts'
import { someEnvelopes } from '../builders/an-envelope.ts'

async function opened(envelopes: Envelope[], density: Density = 'fine'): Promise<EnvelopeStream> {
  const opening = await openStream(envelopes, density)
  if (!opening.ok) throw new Error(opening.code)
  return opening.stream
}

async function take(stream: EnvelopeStream, count: number): Promise<Bytes[]> {
  const frames: Bytes[] = []
  while (frames.length < count) frames.push(await stream.nextFrame())
  return frames
}

/** Feeds frames until the envelopes are there; null when they never are. */
async function received(decoder: StreamDecoder, frames: readonly Bytes[]): Promise<Envelope[] | null> {
  for (const frame of frames) {
    const outcome = await decoder.add(frame)
    if (outcome.kind === 'complete') return outcome.content.envelopes
  }
  return null
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]]
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))
}

describe('an animated QR stream', () => {
  it('needs one frame a slice when the camera misses none', async () => {
    const envelopes = await someEnvelopes(12)
    const stream = await opened(envelopes)
    expect(await received(new StreamDecoder(), await take(stream, stream.slices))).toEqual(envelopes)
  })

  it('gives the same envelopes with 40 % of the frames lost, some seen twice, in any order, whenever the camera starts', async () => {
    const envelopes = await someEnvelopes(5)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<Density>('fine', 'large'), fc.integer(), fc.nat(200), async (density, seed, missedAtStart) => {
        const random = seeded(seed)
        const stream = await opened(envelopes, density)
        await take(stream, missedAtStart)
        const decoder = new StreamDecoder()
        for (let round = 0; round < 20; round++) {
          const sent = await take(stream, stream.slices)
          const seen = sent.filter(() => random() >= 0.4)
          const doubled = [...seen, ...seen.filter(() => random() < 0.3)]
          const shuffled = doubled.map((frame) => ({ frame, at: random() })).sort((a, b) => a.at - b.at)
          const result = await received(
            decoder,
            shuffled.map(({ frame }) => frame),
          )
          if (result !== null) {
            expect(result).toEqual(envelopes)
            return
          }
        }
        throw new Error(`not received in twenty rounds, seed ${seed}`)
      }),
      { numRuns: 25 },
    )
  })

  it('takes its frames in every order', async () => {
    const envelopes = await someEnvelopes(1, 5_600)
    const stream = await opened(envelopes)
    expect(stream.slices).toBe(5)
    const frames = await take(stream, stream.slices)
    for (const order of permutations(frames)) expect(await received(new StreamDecoder(), order)).toEqual(envelopes)
  })

  it('never takes in a garbled frame', async () => {
    const envelopes = await someEnvelopes(2)
    const stream = await opened(envelopes)
    const [frame] = await take(stream, 1)
    if (!frame) throw new Error('no frame')
    const decoder = new StreamDecoder()
    await fc.assert(
      fc.asyncProperty(fc.nat(frame.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(frame.length), async (at, change, length) => {
        const changed = frame.slice()
        changed[at] = (changed[at] ?? 0) ^ change
        expect(['garbled', 'foreign']).toContain((await decoder.add(changed)).kind)
        if (length < frame.length) expect(['garbled', 'foreign']).toContain((await decoder.add(frame.slice(0, length))).kind)
      }),
      { numRuns: 300 },
    )
    expect(await received(decoder, await take(stream, stream.slices * 8))).toEqual(envelopes)
  })

  it('drops everything and starts again when a forged frame spoils the whole', async () => {
    const envelopes = await someEnvelopes(1, 5_600)
    const stream = await opened(envelopes)
    const frames = await take(stream, stream.slices)
    const [first] = frames
    if (!first) throw new Error('no frame')
    const reading = await readFrame(first)
    if (!reading.ok) throw new Error(reading.code)
    const { streamId, payloadBytes, sliceBytes, indices } = reading.frame
    const forged = await writeFrame(fromBase64url(streamId), payloadBytes, indices, new Uint8Array(sliceBytes))

    const decoder = new StreamDecoder()
    await decoder.add(forged)
    const outcomes: string[] = []
    for (const frame of frames) outcomes.push((await decoder.add(frame)).kind)
    expect(outcomes).toContain('restarted')
    expect(outcomes).not.toContain('complete')
    expect(await received(decoder, frames)).toEqual(envelopes)
  })

  it('goes on where it was when another stream came in between', async () => {
    const [mine, theirs] = [await someEnvelopes(1, 5_600), await someEnvelopes(1, 5_600)]
    const [stream, other] = [await opened(mine), await opened(theirs)]
    const decoder = new StreamDecoder()
    const frames = await take(stream, stream.slices)
    expect(await received(decoder, frames.slice(0, 3))).toBeNull()
    expect(await received(decoder, await take(other, 4))).toBeNull()
    expect(await received(decoder, frames.slice(3))).toEqual(mine)
  })

  it('names an envelope that was already damaged on the sending device and keeps the others', async () => {
    const [whole, spoilt] = await someEnvelopes(2)
    if (!whole || !spoilt) throw new Error('no envelopes')
    const jwe = `${spoilt.jwe.slice(0, 3_000)}${spoilt.jwe[3_000] === 'A' ? 'B' : 'A'}${spoilt.jwe.slice(3_001)}`
    const stream = await opened([whole, { id: spoilt.id, jwe }])
    const decoder = new StreamDecoder()
    for (const frame of await take(stream, stream.slices)) {
      const outcome = await decoder.add(frame)
      if (outcome.kind !== 'complete') continue
      expect(outcome.content).toEqual({ envelopes: [whole], damaged: [{ position: 2, id: spoilt.id }] })
      return
    }
    throw new Error('never complete')
  })

  it('says so when it reads a QR code that is not ours', async () => {
    expect(
      await new StreamDecoder().add(new TextEncoder().encode('https://exemple.fr/un-autre-code-qui-est-assez-long-pour-etre-lu')),
    ).toEqual({
      kind: 'foreign',
    })
  })

  it('refuses more than a camera can hold up to and leaves it to a file', async () => {
    expect(await openStream(await someEnvelopes(10, 60_000), 'large')).toEqual({ ok: false, code: 'tooLarge' })
  })
})

/** mulberry32: the losses of a run come back with its seed. */
function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
