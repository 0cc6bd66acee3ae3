import { noteEvent } from '../diagnostics.ts'
import { type Camera, type CameraFailure, openCamera } from './camera.ts'
import { openQrReader } from './qr-reader.ts'
import { scanVideo } from './scan.ts'
import { TextAssembler } from './text-parts.ts'

/** How many of a text's codes were read, out of how many. */
export interface TextParts {
  read: number
  count: number
}

/** `failed` is the last state: the camera is let go. `reader`: the QR reader did not start. */
export type TextScan =
  | { step: 'opening' }
  | { step: 'scanning'; parts: TextParts | null }
  | { step: 'failed'; reason: CameraFailure | 'reader' }

/** Who follows a scan. `onText` is called with each text read whole, from one code or several, until the scan is stopped; `onBroken` with what nobody expected. */
export interface TextScanListener {
  onState: (state: TextScan) => void
  onText: (text: string) => void
  onBroken: (error: unknown) => void
}

/** Shows the camera in `video` and reads QR codes that hold a text, or parts of one. Nothing is recorded. Returns how to stop. */
export function scanText(video: HTMLVideoElement, { onState, onText, onBroken }: TextScanListener): () => void {
  const reader = openQrReader()
  const assembler = new TextAssembler()
  let camera: Camera | null = null
  let stopScan: (() => void) | null = null
  let isOver = false

  const stop = () => {
    isOver = true
    stopScan?.()
    reader.close()
    camera?.close()
    video.srcObject = null
  }
  const fail = (reason: CameraFailure | 'reader') => {
    if (isOver) return
    stop()
    onState({ step: 'failed', reason })
  }
  const run = async () => {
    onState({ step: 'opening' })
    const opening = await openCamera()
    if (!opening.ok) return fail(opening.code)
    camera = opening.camera
    // Stopped while the browser was asking: a camera that opens now is let go at once.
    if (isOver) return camera.close()
    camera.stream.getVideoTracks()[0]?.addEventListener('ended', () => fail('inUse'))
    video.srcObject = camera.stream
    onState({ step: 'scanning', parts: null })
    stopScan = scanVideo(
      video,
      reader,
      async (bytes) => {
        const text = decode(bytes)
        if (text === null) return
        const reading = await assembler.add(text)
        if (isOver) return
        if (reading.kind === 'whole') onText(reading.text)
        else onState({ step: 'scanning', parts: reading })
      },
      (error) => {
        noteEvent('qrReaderFailed', { reason: error instanceof Error ? error.name : 'unknown' })
        fail('reader')
      },
    )
  }
  run().catch((error: unknown) => {
    if (isOver) return
    stop()
    onBroken(error)
  })
  return stop
}

/** Null for a code that holds something else than a text. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
