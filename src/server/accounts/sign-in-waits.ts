import { sha256 } from '#seal/hash.ts'
import type { ServerContext } from '../context.ts'
import { appendToJournal } from '../storage/journal.ts'
import { inTransaction, type Tx } from '../storage/transaction.ts'

/** Failures in a row that cost nothing: people mistype. */
const FREE_FAILURES = 4
const FIRST_WAIT_MS = 15_000
const LONGEST_WAIT_MS = 15 * 60_000
/** Failures older than this are forgotten. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000

/** How long sign-in waits after so many failures in a row: 15 s from the fifth, doubling, 15 minutes at most. Never for good. */
export function waitAfterFailuresMs(failures: number): number {
  if (failures <= FREE_FAILURES) return 0
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES - 1), LONGEST_WAIT_MS)
}

/** `key` names the account and address to `forgetFailures`. */
export type SignInTurn = { ok: true; key: string } | { ok: false; waitMs: number }

/**
 * Takes a turn at signing in, for one account from one address, so that nobody elsewhere can slow its owner down. The try counts as failed
 * until `forgetFailures`, so that many at once gain nothing. A refused turn costs no failure: waiting is enough.
 */
export async function takeSignInTurn(context: ServerContext, email: string, address: string): Promise<SignInTurn> {
  const account = email.trim().toLowerCase()
  const key = await sha256(`${account}\n${address}`)
  const nowMs = context.now().getTime()
  const { failures, waitMs } = await inTransaction(context.storage.db, (tx) => countTry(tx, key, nowMs))
  if (waitMs > 0) return { ok: false, waitMs }
  if (failures === FREE_FAILURES + 1) await noteSlowing(context, account)
  return { ok: true, key }
}

/** A sign-in succeeded: its account starts anew from that address. */
export async function forgetFailures({ storage }: ServerContext, key: string): Promise<void> {
  await storage.db.deleteFrom('sign_in_waits').where('key', '=', key).execute()
}

/** Forgets failures that count no more. Counts rows. */
export async function forgetOldFailures(tx: Tx, nowMs: number): Promise<number> {
  const before = new Date(nowMs - FORGOTTEN_AFTER_MS).toISOString()
  const gone = await tx.deleteFrom('sign_in_waits').where('last_failed_at', '<', before).returning('key').execute()
  return gone.length
}

async function countTry(tx: Tx, key: string, nowMs: number): Promise<{ failures: number; waitMs: number }> {
  const now = new Date(nowMs).toISOString()
  await forgetOldFailures(tx, nowMs)
  // Written before it is read: the row's lock puts tries made at the same instant one behind the other.
  const row = await tx
    .insertInto('sign_in_waits')
    .values({ key, failures: 0, last_failed_at: now, wait_until: now })
    .onConflict((conflict) => conflict.column('key').doUpdateSet((update) => ({ key: update.ref('excluded.key') })))
    .returning(['failures', 'wait_until'])
    .executeTakeFirstOrThrow()
  const waitMs = Date.parse(row.wait_until) - nowMs
  if (waitMs > 0) return { failures: row.failures, waitMs }
  const failures = row.failures + 1
  const waitUntil = new Date(nowMs + waitAfterFailuresMs(failures)).toISOString()
  await tx.updateTable('sign_in_waits').set({ failures, last_failed_at: now, wait_until: waitUntil }).where('key', '=', key).execute()
  return { failures, waitMs: 0 }
}

/** Somebody insists at an account's door: its administrators should see it. Addresses of nobody are not written, so that they can't fill the journal. */
async function noteSlowing({ storage, now }: ServerContext, email: string): Promise<void> {
  const found = await storage.db.selectFrom('coordinators').select('id').where('email', '=', email).executeTakeFirst()
  if (!found) return
  await inTransaction(storage.db, (tx) =>
    appendToJournal(tx, now().toISOString(), { actor: 'server', act: 'sign-in-slowed', subject: { coordinatorId: found.id } }),
  )
}
