import { noteEvent } from './diagnostics.ts'

/** What the browser says of its storage; null where it says nothing (no StorageManager, or refused). */
export interface StorageCare {
  /** The browser promised not to clear it by itself. */
  persistent: boolean | null
  freeBytes: number | null
  usedBytes: number | null
}

/** `navigator.storage` is missing in some WebKit builds and in insecure contexts, whatever the DOM library says. */
function storageManager(): StorageManager | null {
  return (navigator as { storage?: StorageManager }).storage ?? null
}

/** Asks the browser to keep the app's storage; true once it promised. Null where it cannot be asked. */
export async function askPersistence(): Promise<boolean | null> {
  const storage = storageManager()
  if (!storage?.persist) return null
  return (await storage.persisted()) || (await storage.persist())
}

/** Asks for it beside something else, which does not wait nor fail for it. */
export function persistQuietly(): void {
  void askPersistence().catch((error: unknown) =>
    noteEvent('persistenceNotAsked', { reason: error instanceof Error ? error.name : 'unknown' }),
  )
}

export async function readStorageCare(): Promise<StorageCare> {
  const storage = storageManager()
  const persistent = storage?.persisted ? await storage.persisted() : null
  const { quota, usage } = storage?.estimate ? await storage.estimate() : {}
  return {
    persistent,
    freeBytes: quota === undefined || usage === undefined ? null : Math.max(0, quota - usage),
    usedBytes: usage ?? null,
  }
}
