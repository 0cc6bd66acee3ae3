import type { Bytes } from '#seal/bytes.ts'
import { concatBytes } from './container.ts'

/** Raw DEFLATE (RFC 1951). Sealed content does not shrink; the headers that envelopes share do. */
export async function deflate(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Undoes `deflate`. Throws a TypeError on other bytes, a RangeError as soon as more than `maxBytes` come out. */
export async function inflate(bytes: Bytes, maxBytes: number): Promise<Bytes> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const chunks: Uint8Array[] = []
  let total = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return concatBytes(chunks)
    total += value.length
    if (total > maxBytes) {
      await reader.cancel()
      throw new RangeError('more bytes than allowed')
    }
    chunks.push(value)
  }
}
