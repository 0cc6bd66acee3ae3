import type { Person } from '#contract/accounts.ts'
import { type Role, roleSchema } from '#contract/roles.ts'
import type { ServerContext } from '../context.ts'
import { appendAfter, type JournalEntry, lockJournal } from '../storage/journal.ts'
import type { CoordinatorTable } from '../storage/schema.ts'
import { inTransaction, type Tx } from '../storage/transaction.ts'
import type { Auth } from './auth.ts'
import { closePasswordLinks, openPasswordLinks } from './password-links.ts'

/** `conflict`: there was nothing to change. */
export type RightsOutcome = { ok: true } | { ok: false; code: 'not-found' | 'last-administrator' | 'conflict' }

/** Every account, by name; deactivated ones last. */
export async function listPeople(context: ServerContext, auth: Auth): Promise<Person[]> {
  const { storage } = context
  const { adapter } = await auth.$context
  const users = await storage.db.selectFrom('coordinators').select(['id', 'name', 'email', 'role', 'deactivatedAt']).execute()
  const sessions = await adapter.findMany<{ userId: string; updatedAt: Date }>({ model: 'session' })
  const passkeys = await adapter.findMany<{ userId: string }>({ model: 'passkey' })
  const secondFactors = await adapter.findMany<{ userId: string; verified: boolean }>({ model: 'twoFactor' })
  const linksUntil = await openPasswordLinks(context)
  return users
    .map((user): Person => {
      const seenMs = sessions.filter(({ userId }) => userId === user.id).map(({ updatedAt }) => updatedAt.getTime())
      return {
        id: user.id,
        name: user.name,
        email: user.email,
        role: roleSchema.parse(user.role),
        deactivatedAt: user.deactivatedAt,
        lastSeenAt: seenMs.length === 0 ? null : new Date(Math.max(...seenMs)).toISOString(),
        hasSecondFactor: secondFactors.some(({ userId, verified }) => userId === user.id && verified),
        passkeys: passkeys.filter(({ userId }) => userId === user.id).length,
        passwordLinkUntil: linksUntil.get(user.id) ?? null,
      }
    })
    .sort((a, b) => Number(a.deactivatedAt !== null) - Number(b.deactivatedAt !== null) || a.name.localeCompare(b.name, 'fr'))
}

/** Gives an account another role, from its next call on. */
export async function changeRole(context: ServerContext, actor: string, id: string, role: Role): Promise<RightsOutcome> {
  return changeRights(context, id, async (tx, person) => {
    if (person.role === role) return { ok: false, code: 'conflict' }
    if (role !== 'administrator' && (await isLastAdministrator(tx, person))) return { ok: false, code: 'last-administrator' }
    await tx.updateTable('coordinators').set({ role }).where('id', '=', id).execute()
    return { ok: true, entry: { actor, act: 'role-changed', subject: { coordinatorId: id, from: person.role, to: role } } }
  })
}

/** Closes an account's sessions and its link to a new password, and lets it open no more. Nothing of what it did is removed. */
export async function deactivatePerson(context: ServerContext, auth: Auth, actor: string, id: string): Promise<RightsOutcome> {
  const at = context.now().toISOString()
  const outcome = await changeRights(context, id, async (tx, person) => {
    if (person.deactivatedAt !== null) return { ok: false, code: 'conflict' }
    if (await isLastAdministrator(tx, person)) return { ok: false, code: 'last-administrator' }
    await tx.updateTable('coordinators').set({ deactivatedAt: at }).where('id', '=', id).execute()
    await closePasswordLinks(tx, id, at)
    return { ok: true, entry: { actor, act: 'coordinator-deactivated', subject: { coordinatorId: id, role: person.role } } }
  })
  if (outcome.ok) await (await auth.$context).internalAdapter.deleteUserSessions(id)
  return outcome
}

/** Lets a deactivated account sign in again, with its role and password. */
export async function reactivatePerson(context: ServerContext, actor: string, id: string): Promise<RightsOutcome> {
  return changeRights(context, id, async (tx, person) => {
    if (person.deactivatedAt === null) return { ok: false, code: 'conflict' }
    await tx.updateTable('coordinators').set({ deactivatedAt: null }).where('id', '=', id).execute()
    return { ok: true, entry: { actor, act: 'coordinator-reactivated', subject: { coordinatorId: id, role: person.role } } }
  })
}

/** Takes the second factor off an account whose owner has lost both telephone and recovery codes; the password stays. */
export async function removeSecondFactor(context: ServerContext, auth: Auth, actor: string, id: string): Promise<RightsOutcome> {
  const { adapter, internalAdapter } = await auth.$context
  const where = [{ field: 'userId', value: id }]
  // Looked up before the transaction: SQLite has one connection, which the transaction then holds.
  const found = await adapter.findOne<{ verified: boolean }>({ model: 'twoFactor', where })
  const outcome = await changeRights(context, id, async () =>
    found?.verified
      ? { ok: true, entry: { actor, act: 'second-factor-removed', subject: { coordinatorId: id } } }
      : { ok: false, code: 'conflict' },
  )
  if (!outcome.ok) return outcome
  await internalAdapter.updateUser(id, { twoFactorEnabled: false })
  await adapter.delete({ model: 'twoFactor', where })
  return outcome
}

type Change = { ok: true; entry: JournalEntry } | { ok: false; code: 'last-administrator' | 'conflict' }

/** The journal's lock puts all changes of rights one behind the other: two administrators can't remove each other at the same instant. */
async function changeRights(
  { storage, now }: ServerContext,
  id: string,
  change: (tx: Tx, person: CoordinatorTable) => Promise<Change>,
): Promise<RightsOutcome> {
  return inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const person = await tx
      .selectFrom('coordinators')
      .select(['id', 'name', 'email', 'role', 'deactivatedAt'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!person) return { ok: false, code: 'not-found' }
    const changed = await change(tx, person)
    if (!changed.ok) return changed
    await appendAfter(tx, head, now().toISOString(), [changed.entry])
    return { ok: true }
  })
}

async function isLastAdministrator(tx: Tx, person: CoordinatorTable): Promise<boolean> {
  if (person.role !== 'administrator' || person.deactivatedAt !== null) return false
  const other = await tx
    .selectFrom('coordinators')
    .select('id')
    .where('role', '=', 'administrator')
    .where('deactivatedAt', 'is', null)
    .where('id', '!=', person.id)
    .executeTakeFirst()
  return other === undefined
}
