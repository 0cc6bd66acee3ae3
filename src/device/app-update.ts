import { Workbox } from 'workbox-window'
import { noteEvent } from './diagnostics.ts'
import { keepHeavyFiles } from './heavy-files.ts'
import { anyPenHeld } from './pen.ts'

/** `offlineReady`: the app works without network from now on. `waiting`: a new version is ready and waits for applyUpdate. */
export type UpdateState = 'none' | 'offlineReady' | 'waiting'

const WORKER_URL = '/sw.js'
const CHECK_EVERY_MS = 30 * 60_000

let state: UpdateState = 'none'
let workbox: Workbox | null = null
const listeners = new Set<(state: UpdateState) => void>()

function setState(next: UpdateState): void {
  state = next
  for (const listener of listeners) listener(state)
}

/** Registers the service worker at its first call; calls back with the state now and at each change. Returns how to stop. */
export function watchUpdate(listener: (state: UpdateState) => void): () => void {
  listeners.add(listener)
  listener(state)
  if (workbox === null && import.meta.env.PROD && 'serviceWorker' in navigator) workbox = registerWorker()
  return () => listeners.delete(listener)
}

function registerWorker(): Workbox {
  const worker = new Workbox(WORKER_URL)
  worker.addEventListener('activated', ({ isUpdate }) => {
    if (!isUpdate) setState('offlineReady')
    void keepHeavyFilesOf(navigator.serviceWorker.controller)
  })
  // Offered once its heavy files are here too, as far as the network gives them: an updated app reads PDFs offline as the old one did.
  worker.addEventListener('waiting', ({ sw }) => void keepHeavyFilesOf(sw ?? null).then(() => setState('waiting')))
  worker
    .register()
    .then((registration) => {
      if (registration?.active && state === 'none') setState('offlineReady')
      void keepHeavyFilesOf(registration?.active ?? null)
      setInterval(() => void checkForUpdate(worker), CHECK_EVERY_MS)
    })
    .catch((error: unknown) => noteEvent('workerNotRegistered', { reason: error instanceof Error ? error.name : 'unknown' }))
  return worker
}

async function keepHeavyFilesOf(worker: ServiceWorker | null): Promise<void> {
  if (worker === null) return
  const files = await keepHeavyFiles(worker)
  if (files === null || files.stored < files.expected) noteEvent('heavyFilesMissing', { stored: files?.stored ?? 0 })
}

async function checkForUpdate(worker: Workbox): Promise<void> {
  if (!navigator.onLine) return
  await worker
    .update()
    .catch((error: unknown) => noteEvent('updateNotChecked', { reason: error instanceof Error ? error.name : 'unknown' }))
}

/**
 * Lets the waiting version take over and reloads this page. Call it between orals: does nothing and resolves to false while any tab has a
 * sheet open for writing, or when no version waits.
 */
export async function applyUpdate(): Promise<boolean> {
  if (workbox === null || state !== 'waiting' || (await anyPenHeld())) return false
  workbox.addEventListener('controlling', () => globalThis.location.reload())
  workbox.messageSkipWaiting()
  return true
}
