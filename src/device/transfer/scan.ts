import type { Bytes } from '#seal/bytes.ts'
import type { QrReader } from './qr-reader.ts'

/** The sharper the picture the slower the reading; this is enough for the finest code held at arm's length. */
const MAX_SIDE_PIXELS = 1_080
const WITHOUT_FRAME_CALLBACK_MS = 40

/**
 * Reads the middle square of a playing video, picture after picture, and gives the bytes of each QR code found. One reading at a time: a slow
 * device skips pictures. `onFailure` is called once, and the scan ends, when the reader does not work. Returns how to stop.
 */
export function scanVideo(
  video: HTMLVideoElement,
  reader: QrReader,
  onBytes: (bytes: Bytes) => Promise<void>,
  onFailure: (error: unknown) => void,
): () => void {
  const canvas = document.createElement('canvas')
  let stopped = false

  const run = async () => {
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) throw new Error('no canvas to read from')
    while (!stopped) {
      await nextPicture(video)
      const image = stopped ? null : middleSquare(video, canvas, context)
      if (image === null) continue
      const bytes = await reader.read(image)
      if (bytes !== null && !stopped) await onBytes(bytes)
    }
  }
  run().catch((error: unknown) => {
    if (!stopped) onFailure(error)
  })
  return () => {
    stopped = true
  }
}

function middleSquare(video: HTMLVideoElement, canvas: HTMLCanvasElement, context: CanvasRenderingContext2D): ImageData | null {
  const side = Math.min(video.videoWidth, video.videoHeight)
  if (side === 0) return null
  const pixels = Math.min(side, MAX_SIDE_PIXELS)
  canvas.width = pixels
  canvas.height = pixels
  context.drawImage(video, (video.videoWidth - side) / 2, (video.videoHeight - side) / 2, side, side, 0, 0, pixels, pixels)
  return context.getImageData(0, 0, pixels, pixels)
}

/** Resolves at the video's next picture; after a moment where the browser does not tell, or when no picture comes. */
function nextPicture(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 'requestVideoFrameCallback' in video ? 1_000 : WITHOUT_FRAME_CALLBACK_MS)
    if (!('requestVideoFrameCallback' in video)) return
    video.requestVideoFrameCallback(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
