import type { ReadinessLine } from './readiness-line.ts'
import { requestWakeLock } from './wake-lock.ts'

type Finding = Omit<ReadinessLine, 'check'>

/** A wake lock was given, then given back. */
export async function checkWakeLock(): Promise<Finding> {
  try {
    const lock = await requestWakeLock()
    await lock?.release()
    return { state: lock === null ? 'warning' : 'ok' }
  } catch (error) {
    // Refused (NotAllowedError): low battery or a hidden page. Anything else is broken.
    if (error instanceof DOMException) return { state: 'warning', detail: { reason: error.name } }
    throw error
  }
}

/** Web Audio exists and can run. A browser keeps it suspended until the person touches the page: that is no fault. */
export async function checkSound(): Promise<Finding> {
  if (!('AudioContext' in globalThis)) return { state: 'failed' }
  const context = new AudioContext()
  const { state } = context
  await context.close()
  return { state: state === 'running' ? 'ok' : 'unknown' }
}

/** A camera is there, for transfers without network; whether it may be used is asked at the first transfer. */
export async function checkCamera(): Promise<Finding> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices }
  if (!mediaDevices) return { state: 'warning' }
  const devices = await mediaDevices.enumerateDevices()
  return { state: devices.some(({ kind }) => kind === 'videoinput') ? 'ok' : 'warning' }
}
