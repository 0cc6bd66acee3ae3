import { StreamDecoder } from '#device/transfer/stream-decoder.ts'
import { openStream } from '#device/transfer/stream-encoder.ts'
import type { Envelope } from '#seal/envelope.ts'
import { someEnvelopes } from '../../builders/an-envelope.ts'
import { aloneTrial, emptyTally, type Fault } from '../fault.ts'
import { compare } from '../faults/qr-frames.ts'

/** Each slice shown once, without the mixtures that make up for lost ones. */
export const controlNoFountain: Fault = {
  name: 'control: QR frames without a fountain',
  isControl: true,
  start: async () =>
    aloneTrial(async (random) => {
      const envelopes = await someEnvelopes(12)
      const opening = await openStream(envelopes, 'fine')
      if (!opening.ok) throw new Error(opening.code)
      const decoder = new StreamDecoder()
      let read: Envelope[] | null = null
      for (let shown = 0; shown < opening.stream.slices; shown += 1) {
        const frame = await opening.stream.nextFrame()
        if (random.chance(0.4)) continue
        const outcome = await decoder.add(frame)
        if (outcome.kind === 'complete') read = outcome.content.envelopes
      }
      const tally = emptyTally()
      compare(tally, envelopes, read)
      return tally
    }),
}
