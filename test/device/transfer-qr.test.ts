import { describe, expect, it } from 'vitest'
import { qrPixels } from '#device/transfer/qr-image.ts'
import { openQrReader } from '#device/transfer/qr-reader.ts'
import { StreamDecoder } from '#device/transfer/stream-decoder.ts'
import { openStream } from '#device/transfer/stream-encoder.ts'
import type { Bytes } from '#seal/bytes.ts'
import { someEnvelopes } from '../builders/an-envelope.ts'

/** What a camera sees of a frame: the code on a white screen, each module `scale` pixels wide. */
function photographed(frame: Uint8Array, scale: number, { angleDegrees = 0, blurPixels = 0, noise = 0 } = {}): ImageData {
  const code = qrPixels(frame)
  const small = new OffscreenCanvas(code.width, code.height)
  small.getContext('2d')?.putImageData(code, 0, 0)
  const side = Math.ceil(code.width * scale * 1.3)
  const context = new OffscreenCanvas(side, side).getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = '#ddd'
  context.fillRect(0, 0, side, side)
  context.imageSmoothingEnabled = false
  context.filter = `blur(${blurPixels}px)`
  context.translate(side / 2, side / 2)
  context.rotate((angleDegrees * Math.PI) / 180)
  context.drawImage(small, (-code.width * scale) / 2, (-code.width * scale) / 2, code.width * scale, code.width * scale)
  const picture = context.getImageData(0, 0, side, side)
  for (let at = 0; at < picture.data.length; at++) picture.data[at] = (picture.data[at] ?? 0) + (Math.random() - 0.5) * noise
  return picture
}

describe('frames as QR codes', () => {
  it.each(['fine', 'large'] as const)('are read back from a picture, %s squares', async (density) => {
    const envelopes = await someEnvelopes(2)
    const opening = await openStream(envelopes, density)
    if (!opening.ok) throw new Error(opening.code)
    const reader = openQrReader()
    const decoder = new StreamDecoder()
    let content: unknown = null
    for (let taken = 0; taken < opening.stream.slices; taken++) {
      const bytes = await reader.read(photographed(await opening.stream.nextFrame(), 4))
      if (bytes === null) throw new Error(`frame ${taken} was not read`)
      const outcome = await decoder.add(bytes)
      if (outcome.kind === 'complete') content = outcome.content
    }
    reader.close()
    expect(content).toEqual({ envelopes, damaged: [] })
  })

  it('are read when the tablet is held askew', async () => {
    const opening = await openStream(await someEnvelopes(1), 'fine')
    if (!opening.ok) throw new Error(opening.code)
    const frame = await opening.stream.nextFrame()
    const reader = openQrReader()
    for (const angle of [7, 90, 190]) expect(await reader.read(photographed(frame, 5, { angleDegrees: angle }))).toEqual(frame)
    reader.close()
  })

  it('are read through the blur and grain of a dim room', async () => {
    const opening = await openStream(await someEnvelopes(1), 'fine')
    if (!opening.ok) throw new Error(opening.code)
    const frame = await opening.stream.nextFrame()
    const reader = openQrReader()
    // The grain is another one in each picture, and a camera takes many.
    let read: Bytes | null = null
    for (let pictures = 0; read === null && pictures < 10; pictures += 1)
      read = await reader.read(photographed(frame, 5, { angleDegrees: 3, blurPixels: 1.5, noise: 120 }))
    expect(read).toEqual(frame)
    reader.close()
  })

  it('gives nothing for a picture without a code', async () => {
    const reader = openQrReader()
    expect(await reader.read(new ImageData(640, 480))).toBeNull()
    reader.close()
  })
})
