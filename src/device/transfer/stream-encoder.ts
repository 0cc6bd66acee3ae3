import type { PliEnvelope } from '#contract/pli.ts'
import type { Bytes } from '#seal/bytes.ts'
import { deflate } from './compression.ts'
import { packEnvelopes } from './container.ts'
import { mixturesOf } from './fountain.ts'
import { FRAME_OVERHEAD_BYTES, MAX_SLICES, sliceCount, streamIdOf, writeFrame } from './frame.ts'

/** How fine the squares are. `fine`: up to QR version 22. `large`: up to version 13, for a camera that cannot read the fine ones. */
export type Density = 'fine' | 'large'

/** What a QR code of that version holds in byte mode at the lowest correction: a screen is clean, whole frames get lost instead. */
const FRAME_BYTES: Record<Density, number> = { fine: 1_003, large: 425 }

/** An endless stream of frames; any of them, in any order, rebuild the envelopes once there are a little more than `slices`. */
export interface EnvelopeStream {
  slices: number
  payloadBytes: number
  nextFrame(): Promise<Bytes>
}

export type StreamOpening = { ok: true; stream: EnvelopeStream } | { ok: false; code: 'tooLarge' }

/** Opens a stream of envelopes. `tooLarge`: a file suits them better (some hundred sheets). */
export async function openStream(envelopes: readonly PliEnvelope[], density: Density): Promise<StreamOpening> {
  const payload = await deflate(packEnvelopes(envelopes))
  const sliceBytes = fitSlices(payload.length, FRAME_BYTES[density])
  if (sliceBytes === null) return { ok: false, code: 'tooLarge' }
  const streamId = await streamIdOf(payload)
  const mixtures = mixturesOf(payload, sliceBytes)
  return {
    ok: true,
    stream: {
      slices: sliceCount({ payloadBytes: payload.length, sliceBytes }),
      payloadBytes: payload.length,
      async nextFrame() {
        const { indices, data } = mixtures.next().value
        return writeFrame(streamId, payload.length, indices, data)
      },
    },
  }
}

/** The slice length that cuts a payload evenly into the fewest frames of at most `frameBytes`; null when there would be too many. */
function fitSlices(payloadBytes: number, frameBytes: number): number | null {
  let slices = 1
  while (slices <= MAX_SLICES) {
    const room = frameBytes - FRAME_OVERHEAD_BYTES - Math.ceil(slices / 8)
    const needed = Math.ceil(payloadBytes / room)
    if (needed <= slices) return Math.ceil(payloadBytes / slices)
    slices = needed
  }
  return null
}
