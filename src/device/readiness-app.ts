import { keepHeavyFiles } from './heavy-files.ts'
import type { ReadinessLine } from './readiness-line.ts'
import { askPersistence, readStorageCare } from './storage-care.ts'

type Finding = Omit<ReadinessLine, 'check'>

/** Installed on the home screen: on iOS, what is not may be cleared after seven days without a visit. */
export async function checkInstalled(): Promise<Finding> {
  const standalone = ['standalone', 'fullscreen', 'minimal-ui'].some((mode) => matchMedia(`(display-mode: ${mode})`).matches)
  const iosStandalone = 'standalone' in navigator && navigator.standalone === true
  return { state: standalone || iosStandalone ? 'ok' : 'warning' }
}

/** A worker that controls this page: the app opens without network. A warning while it is still being installed. */
export async function checkServiceWorker(): Promise<Finding> {
  if (!('serviceWorker' in navigator)) return { state: 'failed' }
  const registration = await navigator.serviceWorker.getRegistration()
  if (!registration?.active) return { state: isInstalling(registration) ? 'warning' : 'failed' }
  return { state: navigator.serviceWorker.controller ? 'ok' : 'warning' }
}

/** For the first time: no worker is at work yet. */
function isInstalling(registration: ServiceWorkerRegistration | undefined): boolean {
  return !registration?.active && Boolean(registration?.installing ?? registration?.waiting)
}

/** Calls `listener` once the app has finished installing itself on this device. Returns how to stop. */
export function onInstalled(listener: () => void): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined
  navigator.serviceWorker.addEventListener('controllerchange', listener)
  return () => navigator.serviceWorker.removeEventListener('controllerchange', listener)
}

/** The PDF reader's and the QR reader's heavy files are on the device; those missing are fetched now where there is a network. */
export async function checkHeavyFiles(): Promise<Finding> {
  const registration = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined
  if (isInstalling(registration)) return { state: 'unknown' }
  if (!registration?.active) return { state: 'failed', detail: { stored: 0, expected: 0 } }
  const files = await keepHeavyFiles(registration.active)
  if (files === null) return { state: 'unknown' }
  return { state: files.stored === files.expected ? 'ok' : 'failed', detail: { stored: files.stored, expected: files.expected } }
}

export async function checkStoragePersistent(): Promise<Finding> {
  const persistent = await askPersistence()
  if (persistent === null) return { state: 'unknown' }
  return { state: persistent ? 'ok' : 'warning' }
}

const MIB = 1024 * 1024
const SPACE_FAILED_MIB = 50
const SPACE_WARNING_MIB = 300

export async function checkStorageSpace(): Promise<Finding> {
  const { freeBytes } = await readStorageCare()
  if (freeBytes === null) return { state: 'unknown' }
  const freeMiB = Math.floor(freeBytes / MIB)
  const state = freeMiB < SPACE_FAILED_MIB ? 'failed' : freeMiB < SPACE_WARNING_MIB ? 'warning' : 'ok'
  return { state, detail: { freeMiB } }
}
