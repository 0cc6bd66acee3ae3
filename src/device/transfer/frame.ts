import { type Bytes, toBase64url } from '#seal/bytes.ts'
import { concatBytes } from './container.ts'

/**
 * One image of an animated QR stream. Every frame stands alone, so that a camera may start anywhere. Big-endian:
 * `CJ` (2 bytes), version (u8), stream id (first 16 bytes of the payload's SHA-256), payload length (u32), slice length (u16), which slices
 * are mixed in this frame (a bit each, slice 0 is the highest bit of the first byte), their XOR (one slice), and the first 8 bytes of the
 * SHA-256 of all that. The payload's last slice is filled up with zeros.
 */
const MAGIC = [0x43, 0x4a] as const
const FRAME_VERSION = 1
const STREAM_ID_BYTES = 16
const HEADER_BYTES = 2 + 1 + STREAM_ID_BYTES + 4 + 2
const CHECK_BYTES = 8

/** Bytes of a frame besides its slice and its bits. */
export const FRAME_OVERHEAD_BYTES = HEADER_BYTES + CHECK_BYTES
/** More slices than this would fill the frame with bits. */
export const MAX_SLICES = 1_024

export interface StreamHeader {
  /** Base64url. */
  streamId: string
  payloadBytes: number
  sliceBytes: number
}

export interface Frame extends StreamHeader {
  /** Slices mixed in this frame, ascending. */
  indices: number[]
  data: Bytes
  /** Base64url; the same frame seen twice has the same check. */
  check: string
}

export type FrameReading = { ok: true; frame: Frame } | { ok: false; code: 'foreign' | 'unknownVersion' | 'garbled' }

export function sliceCount({ payloadBytes, sliceBytes }: Pick<StreamHeader, 'payloadBytes' | 'sliceBytes'>): number {
  return Math.ceil(payloadBytes / sliceBytes)
}

/** The 16 bytes that name a stream. */
export async function streamIdOf(payload: Bytes): Promise<Bytes> {
  return digest(payload, STREAM_ID_BYTES)
}

export async function writeFrame(streamId: Bytes, payloadBytes: number, indices: readonly number[], data: Uint8Array): Promise<Bytes> {
  const sliceBytes = data.length
  const header = new Uint8Array(HEADER_BYTES)
  header.set(MAGIC, 0)
  header[2] = FRAME_VERSION
  header.set(streamId, 3)
  const view = new DataView(header.buffer)
  view.setUint32(3 + STREAM_ID_BYTES, payloadBytes)
  view.setUint16(7 + STREAM_ID_BYTES, sliceBytes)
  const bits = new Uint8Array(Math.ceil(sliceCount({ payloadBytes, sliceBytes }) / 8))
  for (const index of indices) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7))
  const body = concatBytes([header, bits, data])
  return concatBytes([body, await digest(body, CHECK_BYTES)])
}

/** `foreign`: another QR code. `garbled`: one of ours, misread. Never throws. */
export async function readFrame(bytes: Bytes): Promise<FrameReading> {
  if (bytes.length < FRAME_OVERHEAD_BYTES || bytes[0] !== MAGIC[0] || bytes[1] !== MAGIC[1]) return { ok: false, code: 'foreign' }
  const body = bytes.slice(0, -CHECK_BYTES)
  const check = toBase64url(bytes.slice(-CHECK_BYTES))
  if (toBase64url(await digest(body, CHECK_BYTES)) !== check) return { ok: false, code: 'garbled' }
  if (bytes[2] !== FRAME_VERSION) return { ok: false, code: 'unknownVersion' }

  const view = new DataView(body.buffer)
  const header = {
    streamId: toBase64url(body.slice(3, 3 + STREAM_ID_BYTES)),
    payloadBytes: view.getUint32(3 + STREAM_ID_BYTES),
    sliceBytes: view.getUint16(7 + STREAM_ID_BYTES),
  }
  const slices = header.sliceBytes === 0 ? 0 : sliceCount(header)
  const bitBytes = Math.ceil(slices / 8)
  if (slices < 1 || slices > MAX_SLICES || body.length !== HEADER_BYTES + bitBytes + header.sliceBytes)
    return { ok: false, code: 'garbled' }
  const indices = listBits(body.slice(HEADER_BYTES, HEADER_BYTES + bitBytes))
  if (indices.length === 0 || indices.some((index) => index >= slices)) return { ok: false, code: 'garbled' }
  return { ok: true, frame: { ...header, indices, data: body.slice(HEADER_BYTES + bitBytes), check } }
}

function listBits(bytes: Bytes): number[] {
  return [...bytes].flatMap((byte, at) => [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (0x80 >> bit)).map((bit) => at * 8 + bit))
}

async function digest(bytes: Bytes, length: number): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, length)
}
