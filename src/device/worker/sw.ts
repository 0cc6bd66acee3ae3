import { cleanupOutdatedCaches, createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { SYNC_TAG } from '../background-sync.ts'
import { deliverOutbox } from '../deliver-outbox.ts'
import { KEEP_HEAVY_FILES } from '../heavy-files.ts'
import { fillHeavy, forgetOldHeavy, partHeavy, serveHeavy } from './heavy-cache.ts'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] }

/** Background Sync is not in TypeScript's worker library: Chromium alone has it. */
type SyncEvent = ExtendableEvent & { tag: string }

// The app, installed wholly or not at all; then its heavy files, each when it comes. Nothing else is ever cached: neither the API nor
// anything a person wrote.
const { core, heavy } = partHeavy(self.__WB_MANIFEST)
precacheAndRoute(core)
cleanupOutdatedCaches()
registerRoute(
  ({ url }) => heavy.includes(url.href),
  ({ request }) => serveHeavy(request),
)

const shell = createHandlerBoundToURL('/index.html')
// The app's own doors: `/`, `/salle…`, `/coordination…`, `/verifier…`. Any other page is the server's to answer.
const SHELL_PATHS = [/^\/(?:salle|coordination|verifier)(?:[/?]|$)/, /^\/(?:\?|$)/]
registerRoute(new NavigationRoute(shell, { allowlist: SHELL_PATHS }))

self.addEventListener('message', (event) => {
  // Only ever sent when the person chose to update, between two orals (app-update.ts).
  if (isMessage(event.data, 'SKIP_WAITING')) void self.skipWaiting()
  const [port] = event.ports
  if (isMessage(event.data, KEEP_HEAVY_FILES) && port) event.waitUntil(fillHeavy(heavy).then((files) => port.postMessage(files)))
})

self.addEventListener('activate', (event) => {
  // The page that installed the app works offline at once, without a reload.
  event.waitUntil(Promise.all([self.clients.claim(), forgetOldHeavy(heavy)]))
})

self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent
  if (tag === SYNC_TAG) (event as SyncEvent).waitUntil(deliverOrTryLater())
})

/** Delivers without any page and with the notebook locked. Rejecting makes the browser try again later. */
async function deliverOrTryLater(): Promise<void> {
  const outcome = await deliverOutbox({ origin: self.location.origin, onlyDue: false })
  if (!['delivered', 'nothing', 'refused', 'tooLarge'].includes(outcome)) throw new Error(`delivery: ${outcome}`)
}

function isMessage(data: unknown, type: string): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === type
}
