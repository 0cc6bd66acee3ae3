import { sql } from 'kysely'
import { forgetOldFailures } from '../accounts/sign-in-waits.ts'
import type { Tx } from '../storage/transaction.ts'

/**
 * Erases accounts deactivated before a day, with their passwords and keys, and invitations and links to a new password closed or expired before it. The journal keeps the
 * accounts' ids, which then name nobody. Counts rows.
 */
export async function eraseAccounts(tx: Tx, before: string): Promise<number> {
  // Their credentials, second factors, passkeys and sign-ins go with them (on delete cascade).
  const accounts = await tx.deleteFrom('coordinators').where('deactivatedAt', '<', before).returning('id').execute()
  const invitations = await tx
    .deleteFrom('coordinator_invitations')
    .where((where) => where.or([where('closed_at', '<', before), where('expires_at', '<', before)]))
    .returning('id')
    .execute()
  const passwordLinks = await tx
    .deleteFrom('coordinator_password_links')
    .where((where) => where.or([where('closed_at', '<', before), where('expires_at', '<', before)]))
    .returning('id')
    .execute()
  return accounts.length + invitations.length + passwordLinks.length
}

/**
 * Erases sign-ins that can serve no more, with the address and browser better-auth noted of each, those that were begun and not ended, and failures
 * that slow nobody any more. Counts rows.
 */
export async function eraseSignIns(tx: Tx, now: string): Promise<number> {
  const ended = await sql<{ id: string }>`delete from coordinator_sessions where "expiresAt" < ${now} returning id`.execute(tx)
  const begun = await sql<{ id: string }>`delete from coordinator_verifications where "expiresAt" < ${now} returning id`.execute(tx)
  return ended.rows.length + begun.rows.length + (await forgetOldFailures(tx, Date.parse(now)))
}
