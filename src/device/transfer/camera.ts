/**
 * `denied`: the person or the system refused. `none`: there is no camera. `inUse`: another application holds it.
 * `unavailable`: this browser, or a page without https, gives none.
 */
export type CameraFailure = 'denied' | 'none' | 'inUse' | 'unavailable'

export interface Camera {
  stream: MediaStream
  /** Id of the camera in use, when the browser tells. */
  cameraId: string | null
  close(): void
}

export type CameraOpening = { ok: true; camera: Camera } | { ok: false; code: CameraFailure }

/** Opens a camera: that of the given id, or the one that looks away from the person. Nothing is recorded. */
export async function openCamera(cameraId: string | null = null): Promise<CameraOpening> {
  if (!('mediaDevices' in navigator)) return { ok: false, code: 'unavailable' }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: {
        ...(cameraId === null ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: cameraId } }),
        width: { ideal: 1920 },
        height: { ideal: 1080 },
        frameRate: { ideal: 30 },
      },
    })
    const [track] = stream.getVideoTracks()
    return { ok: true, camera: { stream, cameraId: track?.getSettings().deviceId ?? null, close: () => stopAll(stream) } }
  } catch (error) {
    const code = error instanceof DOMException ? FAILURES[error.name] : undefined
    if (code === undefined) throw error
    return { ok: false, code }
  }
}

/** Ids of the cameras; the browser names them only once one was allowed. */
export async function listCameras(): Promise<string[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '').map(({ deviceId }) => deviceId)
}

/** https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia */
const FAILURES: Record<string, CameraFailure> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'inUse',
  AbortError: 'inUse',
  NotSupportedError: 'unavailable',
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
