import { db } from './db.ts'
import { DeviceError } from './device-error.ts'
import { noteEvent } from './diagnostics.ts'

/**
 * What the screen can say of the database. `blocked`: another tab keeps an older version open and must be closed. `closed`: the browser
 * took the connection and did not give it back; reload. `ready` otherwise.
 */
export type StorageState = 'ready' | 'blocked' | 'closed'

let state: StorageState = 'ready'
const listeners = new Set<(state: StorageState) => void>()

function setState(next: StorageState): void {
  if (state === next) return
  state = next
  noteEvent('storageState', { state })
  for (const listener of listeners) listener(state)
}

/** Calls back with the state now and at each change. Returns how to stop. */
export function watchStorage(listener: (state: StorageState) => void): () => void {
  listeners.add(listener)
  listener(state)
  return () => listeners.delete(listener)
}

db.on('blocked', () => setState('blocked'))
// Sticky: at every opening, not only the first.
db.on('ready', () => setState('ready'), true)

const lossListeners = new Set<() => void>()

/** Calls back when the browser, or another tab, may have taken the database away, once that is over. Returns how to stop. */
export function watchDatabaseLoss(listener: () => void): () => void {
  lossListeners.add(listener)
  return () => lossListeners.delete(listener)
}

/** In a later task: this connection must be closed first, so that what is opened next comes after the deletion. */
function tellLoss(): void {
  setTimeout(() => {
    for (const listener of lossListeners) listener()
  }, 0)
}

db.on('versionchange', ({ newVersion }) => {
  if (newVersion === null) tellLoss()
})
db.on('close', tellLoss)

const CONNECTION_LOST = new Set(['DatabaseClosedError', 'InvalidStateError', 'UnknownError', 'AbortError'])

/**
 * Runs a database task; when the connection was lost under it (background kill, old tab), opens it anew and runs the task once more, so a
 * task must be safe to repeat. Rejects with DeviceError `quota`, `databaseClosed` or `databaseBlocked`; other errors pass unchanged.
 */
export async function withDatabase<Result>(task: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await attempt(task)
  } catch (error) {
    if (!isConnectionLost(error)) throw asDeviceError(error)
    noteEvent('databaseReopened', { reason: nameOf(error) })
  }
  try {
    db.close({ disableAutoOpen: false })
    const result = await attempt(task)
    setState('ready')
    return result
  } catch (error) {
    if (!isConnectionLost(error)) throw asDeviceError(error)
    const blocked = state === 'blocked'
    if (!blocked) setState('closed')
    throw new DeviceError(blocked ? 'databaseBlocked' : 'databaseClosed', { cause: error })
  }
}

async function attempt<Result>(task: () => PromiseLike<Result>): Promise<Result> {
  if (!db.isOpen()) await db.open()
  return await task()
}

function isConnectionLost(error: unknown): boolean {
  return !isQuota(error) && CONNECTION_LOST.has(nameOf(error))
}

function asDeviceError(error: unknown): unknown {
  return isQuota(error) ? new DeviceError('quota', { cause: error }) : error
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}

/** A full disk shows as the error itself, or as the inner error of an aborted transaction. */
function isQuota(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'QuotaExceededError') return true
  return 'inner' in error && isQuota(error.inner)
}

/** True when a row with the same key was there already. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConstraintError'
}
