import { type OpenPasswordLink, PASSWORD_LINK_VALID_HOURS, type UsePasswordLink } from '#contract/accounts.ts'
import { randomBytes, toBase64url } from '#seal/bytes.ts'
import { sha256 } from '#seal/hash.ts'
import type { ServerContext } from '../context.ts'
import type { Db } from '../storage/engine.ts'
import { appendAfter, appendToJournal, lockJournal } from '../storage/journal.ts'
import { inTransaction, type Tx } from '../storage/transaction.ts'
import type { Auth } from './auth.ts'

const VALID_MS = PASSWORD_LINK_VALID_HOURS * 3_600_000

/** `not-found`: no such account; `conflict`: it is deactivated. */
export type PasswordLinkOutcome =
  | { ok: true; passwordLinkId: string; link: string; expiresAt: string }
  | { ok: false; code: 'not-found' | 'conflict' }

/** A one-time link to a new password for an account. Only its token's hash is kept. An earlier link of the same account stops working. */
export async function makePasswordLink(
  { storage, config, now }: Pick<ServerContext, 'storage' | 'config' | 'now'>,
  actor: string,
  coordinatorId: string,
): Promise<PasswordLinkOutcome> {
  const token = toBase64url(randomBytes(24))
  const tokenHash = await sha256(token)
  const passwordLinkId = crypto.randomUUID()
  const at = now().toISOString()
  const expiresAt = new Date(now().getTime() + VALID_MS).toISOString()
  return inTransaction(storage.db, async (tx): Promise<PasswordLinkOutcome> => {
    const head = await lockJournal(tx)
    const person = await tx.selectFrom('coordinators').select('deactivatedAt').where('id', '=', coordinatorId).executeTakeFirst()
    if (!person) return { ok: false, code: 'not-found' }
    if (person.deactivatedAt !== null) return { ok: false, code: 'conflict' }
    const replaced = await closePasswordLinks(tx, coordinatorId, at)
    await tx
      .insertInto('coordinator_password_links')
      .values({
        id: passwordLinkId,
        token_hash: tokenHash,
        coordinator_id: coordinatorId,
        created_at: at,
        expires_at: expiresAt,
        closed_at: null,
      })
      .execute()
    await appendAfter(tx, head, at, [
      ...replaced.map((id) => ({ actor, act: 'password-link-withdrawn' as const, subject: { coordinatorId, passwordLinkId: id } })),
      { actor, act: 'password-link-created', subject: { coordinatorId, passwordLinkId } },
    ])
    return { ok: true, passwordLinkId, link: `${config.publicUrl}/coordination/nouveau-mot-de-passe#${token}`, expiresAt }
  })
}

/** Makes an account's link work no more. False when it has none that is open. */
export async function withdrawPasswordLink({ storage, now }: ServerContext, actor: string, coordinatorId: string): Promise<boolean> {
  const at = now().toISOString()
  return inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const closed = await closePasswordLinks(tx, coordinatorId, at)
    if (closed.length === 0) return false
    await appendAfter(
      tx,
      head,
      at,
      closed.map((id) => ({ actor, act: 'password-link-withdrawn', subject: { coordinatorId, passwordLinkId: id } })),
    )
    return true
  })
}

/** Closes an account's links within a transaction that holds the journal's lock. Gives the ids of those that were open. */
export async function closePasswordLinks(tx: Tx, coordinatorId: string, at: string): Promise<string[]> {
  const closed = await tx
    .updateTable('coordinator_password_links')
    .set({ closed_at: at })
    .where('coordinator_id', '=', coordinatorId)
    .where('closed_at', 'is', null)
    .returning(['id', 'expires_at'])
    .execute()
  return closed.filter(({ expires_at }) => expires_at > at).map(({ id }) => id)
}

/** Whose password a link replaces, or null when it is unknown, used, withdrawn, too old, or its account deactivated. */
export async function openPasswordLink({ storage, now }: ServerContext, token: string): Promise<OpenPasswordLink | null> {
  const row = await openRows(storage.db, now().toISOString())
    .where('link.token_hash', '=', await sha256(token))
    .executeTakeFirst()
  return row ? { name: row.name, email: row.email, expiresAt: row.expires_at } : null
}

/**
 * Replaces the password and ends every sign-in of the account; its second factor and passkeys stay. False when the link no longer works; of
 * two uses at the same instant one wins. The journal tells the use and then the change: were the server cut in between, the first alone.
 */
export async function usePasswordLink(context: ServerContext, auth: Auth, request: UsePasswordLink): Promise<boolean> {
  const { storage, now } = context
  const at = now().toISOString()
  const tokenHash = await sha256(request.token)
  const used = await inTransaction(storage.db, async (tx) => {
    // The lock puts uses one behind the other, and behind a withdrawal or a deactivation.
    const head = await lockJournal(tx)
    const row = await openRows(tx, at).where('link.token_hash', '=', tokenHash).executeTakeFirst()
    if (!row) return null
    await closePasswordLinks(tx, row.coordinator_id, at)
    const subject = { coordinatorId: row.coordinator_id, passwordLinkId: row.id }
    const actor = `coordinator:${row.coordinator_id}`
    await appendAfter(tx, head, at, [{ actor, act: 'password-link-used', subject }])
    return { actor, subject }
  })
  if (!used) return false
  const { internalAdapter, password: passwords } = await auth.$context
  const { actor, subject } = used
  await internalAdapter.updatePassword(subject.coordinatorId, await passwords.hash(request.password))
  await internalAdapter.deleteUserSessions(subject.coordinatorId)
  await inTransaction(storage.db, (tx) => appendToJournal(tx, at, { actor, act: 'password-changed', subject }))
  return true
}

/** Until when each account's open link works, by the account's id. */
export async function openPasswordLinks({ storage, now }: ServerContext): Promise<ReadonlyMap<string, string>> {
  const rows = await openRows(storage.db, now().toISOString()).execute()
  return new Map(rows.map((row) => [row.coordinator_id, row.expires_at]))
}

function openRows(db: Db, at: string) {
  return db
    .selectFrom('coordinator_password_links as link')
    .innerJoin('coordinators', 'coordinators.id', 'link.coordinator_id')
    .select(['link.id', 'link.coordinator_id', 'link.expires_at', 'coordinators.name', 'coordinators.email'])
    .where('link.closed_at', 'is', null)
    .where('link.expires_at', '>', at)
    .where('coordinators.deactivatedAt', 'is', null)
}
