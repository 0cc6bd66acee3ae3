import { db, type VaultRow } from './db.ts'
import { withDatabase } from './storage.ts'

const FREE_TRIES = 3
const FIRST_WAIT_MS = 2_000
/** The longest wait: nobody is ever locked out for good in the room. */
export const MAX_WAIT_MS = 120_000

/** How long the next try waits after this many wrong ones in a row. Pure. */
export function waitAfterMs(wrongTries: number): number {
  if (wrongTries < FREE_TRIES) return 0
  return Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrongTries - FREE_TRIES))
}

/** What is left to wait. A clock set back never makes it longer than the longest wait. */
export function remainingWaitMs(row: Pick<VaultRow, 'nextTryAt'>, nowMs: number): number {
  return Math.min(MAX_WAIT_MS, Math.max(0, row.nextTryAt - nowMs))
}

/**
 * Counts a try as wrong before it is made, so that killing the browser does not erase it; a right one clears the count after.
 * Resolves to the wait left, without counting, when it is too early.
 */
export async function countTry(vaultId: string, nowMs: number): Promise<number> {
  return withDatabase(() =>
    db.transaction('rw', db.vaults, async () => {
      const row = await db.vaults.get(vaultId)
      if (!row) return 0
      const waitMs = remainingWaitMs(row, nowMs)
      if (waitMs > 0) return waitMs
      const wrongTries = row.wrongTries + 1
      await db.vaults.update(vaultId, { wrongTries, nextTryAt: nowMs + waitAfterMs(wrongTries) })
      return 0
    }),
  )
}

/** A right passphrase forgets the wrong ones. */
export async function clearTries(vaultId: string, nowMs: number): Promise<void> {
  await withDatabase(() => db.vaults.update(vaultId, { wrongTries: 0, nextTryAt: 0, lastUnlockAt: nowMs }))
}
