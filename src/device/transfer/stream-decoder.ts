import { type Bytes, toBase64url } from '#seal/bytes.ts'
import { type CheckedEnvelopes, checkEnvelopes } from './check-envelopes.ts'
import { inflate } from './compression.ts'
import { concatBytes, unpackEnvelopes } from './container.ts'
import { SliceSolver } from './fountain.ts'
import { type Frame, readFrame, sliceCount, streamIdOf } from './frame.ts'

/** What may come out of a stream at most. */
const MAX_CONTAINER_BYTES = 8 * 1024 * 1024
/** Streams followed at once: the sender may go back to larger squares and return. */
const MAX_STREAMS = 4

export interface StreamProgress {
  /** Different frames read. */
  frames: number
  slices: number
  /** From 0 to 1, what is known of the whole, never less than before; 1 only when all is there and checked. */
  ratio: number
}

/**
 * What a frame brought. `foreign`: another QR code. `unknownVersion`: sent by another version of the app. `garbled`: misread, look again.
 * `restarted`: the frames together did not give what their header promises, so all of them were dropped. `complete`: the payload's hash is right.
 */
export type FrameOutcome =
  | { kind: 'foreign' | 'unknownVersion' | 'garbled' | 'restarted' }
  | { kind: 'progress'; progress: StreamProgress }
  | { kind: 'complete'; progress: StreamProgress; content: CheckedEnvelopes }

interface FollowedStream {
  solver: SliceSolver
  seen: Set<string>
  slices: number
}

/** Rebuilds envelopes from frames in any order, with any lost or repeated. Live it as long as the page: a stream taken up again goes on. */
export class StreamDecoder {
  readonly #streams = new Map<string, FollowedStream>()

  async add(bytes: Bytes): Promise<FrameOutcome> {
    const reading = await readFrame(bytes)
    if (!reading.ok) return { kind: reading.code }
    const { frame } = reading
    const key = `${frame.streamId}/${frame.payloadBytes}/${frame.sliceBytes}`
    const stream = this.#follow(key, frame)
    if (!stream.seen.has(frame.check)) {
      stream.seen.add(frame.check)
      stream.solver.add(frame)
      const slices = stream.solver.solve()
      if (slices !== null) return this.#finish(key, frame, stream, slices)
    }
    return { kind: 'progress', progress: progressOf(stream, false) }
  }

  #follow(key: string, frame: Frame): FollowedStream {
    const slices = sliceCount(frame)
    const stream = this.#streams.get(key) ?? { solver: new SliceSolver(slices), seen: new Set<string>(), slices }
    // Last used, last in order: the one forgotten is the one not seen for longest.
    this.#streams.delete(key)
    this.#streams.set(key, stream)
    const [oldest] = this.#streams.keys()
    if (this.#streams.size > MAX_STREAMS && oldest !== undefined) this.#streams.delete(oldest)
    return stream
  }

  async #finish(key: string, frame: Frame, stream: FollowedStream, slices: readonly Bytes[]): Promise<FrameOutcome> {
    this.#streams.delete(key)
    const payload = concatBytes(slices).slice(0, frame.payloadBytes)
    if (toBase64url(await streamIdOf(payload)) !== frame.streamId) return { kind: 'restarted' }
    const items = await openPayload(payload)
    if (items === null) return { kind: 'unknownVersion' }
    return { kind: 'complete', progress: progressOf(stream, true), content: await checkEnvelopes(items) }
  }
}

/** Null when the payload is whole and still not what this version packs. */
async function openPayload(payload: Bytes): Promise<unknown[] | null> {
  try {
    return unpackEnvelopes(await inflate(payload, MAX_CONTAINER_BYTES))
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

function progressOf({ solver, seen, slices }: FollowedStream, isComplete: boolean): StreamProgress {
  return { frames: seen.size, slices, ratio: isComplete ? 1 : Math.min(0.99, solver.rank / slices) }
}
