import { noteEvent } from '../diagnostics.ts'
import { type Camera, type CameraFailure, listCameras, openCamera } from './camera.ts'
import type { CheckedEnvelopes } from './check-envelopes.ts'
import { openQrReader } from './qr-reader.ts'
import { scanVideo } from './scan.ts'
import type { FrameOutcome, StreamDecoder, StreamProgress } from './stream-decoder.ts'

/** What the camera sees when it is not simply progress; see FrameOutcome. */
export type ReceivingHint = 'foreign' | 'unknownVersion' | 'restarted'

/** `failed` and `complete` are the last states: the camera is let go. `reader`: the QR reader did not start. */
export type Receiving =
  | { step: 'opening' }
  | { step: 'failed'; reason: CameraFailure | 'reader' }
  | { step: 'scanning'; progress: StreamProgress | null; hint: ReceivingHint | null; otherCameraId: string | null }
  | { step: 'complete'; content: CheckedEnvelopes }

/**
 * Shows the camera in `video` and reads envelopes from it into `decoder` until a stream is whole and its hash is right. Tells each state to
 * `listener`, and an unexpected failure to `onBroken`. Returns how to stop; what the decoder has read stays in it.
 */
export function receiveEnvelopes(
  video: HTMLVideoElement,
  decoder: StreamDecoder,
  cameraId: string | null,
  listener: (state: Receiving) => void,
  onBroken: (error: unknown) => void,
): () => void {
  const reader = openQrReader()
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
  const end = (state: Receiving) => {
    if (isOver) return
    stop()
    listener(state)
  }

  const run = async () => {
    listener({ step: 'opening' })
    const opening = await openCamera(cameraId)
    if (!opening.ok) return end({ step: 'failed', reason: opening.code })
    camera = opening.camera
    // Stopped while the browser was asking: a camera that opens now is let go at once.
    if (isOver) return camera.close()
    const { stream, cameraId: openedId } = camera
    stream.getVideoTracks()[0]?.addEventListener('ended', () => end({ step: 'failed', reason: 'inUse' }))
    video.srcObject = stream
    const otherCameraId = nextCamera(await listCameras(), openedId)
    let last: Extract<Receiving, { step: 'scanning' }> = { step: 'scanning', progress: null, hint: null, otherCameraId }
    listener(last)
    stopScan = scanVideo(
      video,
      reader,
      async (bytes) => {
        const outcome = await decoder.add(bytes)
        if (isOver) return
        if (outcome.kind === 'complete') return end({ step: 'complete', content: outcome.content })
        last = { ...last, ...seen(outcome, last.progress) }
        listener(last)
      },
      (error) => {
        noteEvent('qrReaderFailed', { reason: error instanceof Error ? error.name : 'unknown' })
        end({ step: 'failed', reason: 'reader' })
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

function seen(
  outcome: Exclude<FrameOutcome, { kind: 'complete' }>,
  progress: StreamProgress | null,
): { progress: StreamProgress | null; hint: ReceivingHint | null } {
  if (outcome.kind === 'progress') return { progress: outcome.progress, hint: null }
  if (outcome.kind === 'restarted') return { progress: null, hint: 'restarted' }
  return { progress, hint: outcome.kind === 'garbled' ? null : outcome.kind }
}

/** The camera after the one in use, round and round; null when there is no other. */
function nextCamera(ids: readonly string[], openedId: string | null): string | null {
  if (ids.length < 2) return null
  return ids[(ids.indexOf(openedId ?? '') + 1) % ids.length] ?? null
}
