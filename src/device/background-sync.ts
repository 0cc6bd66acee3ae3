import { noteEvent } from './diagnostics.ts'

export const SYNC_TAG = 'cdj-delivery'

/** Background Sync is not in TypeScript's DOM library: Chromium alone has it. */
type SyncRegistration = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }

/** Asks the browser to wake the service worker for delivery when there is a network, where it can. Only an extra: never waited for. */
export function requestBackgroundSync(): void {
  if (!('serviceWorker' in navigator)) return
  void register().catch((error: unknown) => noteEvent('syncNotRegistered', { reason: error instanceof Error ? error.name : 'unknown' }))
}

async function register(): Promise<void> {
  const registration: SyncRegistration | undefined = await navigator.serviceWorker.getRegistration()
  await registration?.sync?.register(SYNC_TAG)
}
