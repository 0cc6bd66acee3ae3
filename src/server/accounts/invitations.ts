import { type AcceptInvitation, INVITATION_VALID_DAYS, type Invitation } from '#contract/accounts.ts'
import type { Coordinator } from '#contract/desk.ts'
import { type Role, roleSchema } from '#contract/roles.ts'
import { randomBytes, toBase64url } from '#seal/bytes.ts'
import { sha256 } from '#seal/hash.ts'
import type { ServerContext } from '../context.ts'
import type { Db } from '../storage/engine.ts'
import { appendAfter, appendToJournal, lockJournal } from '../storage/journal.ts'
import type { InvitationTable } from '../storage/schema.ts'
import { inTransaction } from '../storage/transaction.ts'
import type { Auth } from './auth.ts'

const VALID_MS = INVITATION_VALID_DAYS * 24 * 3_600_000

export type InviteOutcome = { ok: true; invitationId: string; link: string; expiresAt: string } | { ok: false; code: 'account-exists' }

/** A one-time link to a new account. Only its token's hash is kept. An earlier invitation of the same address stops working. */
export async function invite(context: ServerContext, actor: string, request: { email: string; role: Role }): Promise<InviteOutcome> {
  const { storage, config, now } = context
  const email = request.email.toLowerCase()
  if (await hasAccount(storage.db, email)) return { ok: false, code: 'account-exists' }
  const token = toBase64url(randomBytes(24))
  const tokenHash = await sha256(token)
  const invitationId = crypto.randomUUID()
  const at = now().toISOString()
  const expiresAt = new Date(now().getTime() + VALID_MS).toISOString()
  await inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const replaced = await tx
      .updateTable('coordinator_invitations')
      .set({ closed_at: at })
      .where('email', '=', email)
      .where('closed_at', 'is', null)
      .returning('id')
      .execute()
    await tx
      .insertInto('coordinator_invitations')
      .values({
        id: invitationId,
        token_hash: tokenHash,
        email,
        role: request.role,
        created_at: at,
        expires_at: expiresAt,
        closed_at: null,
      })
      .execute()
    await appendAfter(tx, head, at, [
      ...replaced.map(({ id }) => ({ actor, act: 'invitation-withdrawn' as const, subject: { invitationId: id } })),
      { actor, act: 'invitation-created', subject: { invitationId, role: request.role } },
    ])
  })
  return { ok: true, invitationId, link: `${config.publicUrl}/coordination/invitation#${token}`, expiresAt }
}

/** What an invitation offers, or null when it is unknown, used, withdrawn or too old. */
export async function openInvitation({ storage, now }: ServerContext, token: string): Promise<Invitation | null> {
  const row = await openRows(storage.db, now().toISOString())
    .where('token_hash', '=', await sha256(token))
    .executeTakeFirst()
  return row ? toInvitation(row) : null
}

/** Creates the invited person's account. Null when the invitation no longer works; of two uses at the same instant one wins. */
export async function acceptInvitation(context: ServerContext, auth: Auth, request: AcceptInvitation): Promise<Coordinator | null> {
  const { storage, now } = context
  const at = now().toISOString()
  const spent = await storage.db
    .updateTable('coordinator_invitations')
    .set({ closed_at: at })
    .where('token_hash', '=', await sha256(request.token))
    .where('closed_at', 'is', null)
    .where('expires_at', '>', at)
    .returning(['id', 'email', 'role'])
    .executeTakeFirst()
  if (!spent || (await hasAccount(storage.db, spent.email))) return null
  const role = roleSchema.parse(spent.role)
  const user = await createAccount(auth, { name: request.name, email: spent.email, password: request.password, role })
  await inTransaction(storage.db, (tx) =>
    appendToJournal(tx, at, {
      actor: `coordinator:${user.id}`,
      act: 'coordinator-created',
      subject: { coordinatorId: user.id, role, invitationId: spent.id },
    }),
  )
  return user
}

/** An account with its password, through better-auth. */
export async function createAccount(
  auth: Auth,
  { name, email, password, role }: { name: string; email: string; password: string; role: Role },
): Promise<Coordinator> {
  const { internalAdapter, password: passwords } = await auth.$context
  const user = await internalAdapter.createUser(
    { name, email: email.toLowerCase(), emailVerified: false, role },
    { method: 'email-password' },
  )
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await passwords.hash(password),
  })
  return { id: user.id, name: user.name, email: user.email, role }
}

/** Makes a link work no more. False when there is no such open invitation. */
export async function withdrawInvitation({ storage, now }: ServerContext, actor: string, invitationId: string): Promise<boolean> {
  const at = now().toISOString()
  return inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const closed = await tx
      .updateTable('coordinator_invitations')
      .set({ closed_at: at })
      .where('id', '=', invitationId)
      .where('closed_at', 'is', null)
      .returning('id')
      .execute()
    if (closed.length === 0) return false
    await appendAfter(tx, head, at, [{ actor, act: 'invitation-withdrawn', subject: { invitationId } }])
    return true
  })
}

/** The invitations that still work, the latest first. */
export async function openInvitations({ storage, now }: ServerContext): Promise<Invitation[]> {
  const rows = await openRows(storage.db, now().toISOString()).orderBy('created_at', 'desc').execute()
  return rows.map(toInvitation)
}

function openRows(db: Db, at: string) {
  return db.selectFrom('coordinator_invitations').selectAll().where('closed_at', 'is', null).where('expires_at', '>', at)
}

function toInvitation(row: InvitationTable): Invitation {
  return { id: row.id, email: row.email, role: roleSchema.parse(row.role), createdAt: row.created_at, expiresAt: row.expires_at }
}

async function hasAccount(db: Db, email: string): Promise<boolean> {
  return (await db.selectFrom('coordinators').select('id').where('email', '=', email).executeTakeFirst()) !== undefined
}
