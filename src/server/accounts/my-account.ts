import type { MySecurity, MySession } from '#contract/accounts.ts'
import type { JournalAct } from '#domain/journal.ts'
import type { ServerContext } from '../context.ts'
import { appendToJournal } from '../storage/journal.ts'
import { inTransaction } from '../storage/transaction.ts'
import type { Auth } from './auth.ts'

interface StoredPasskey {
  id: string
  name: string | null
  createdAt: Date | null
}

/** How an account is protected, for its owner. */
export async function mySecurity(auth: Auth, userId: string): Promise<MySecurity> {
  const { adapter } = await auth.$context
  const where = [{ field: 'userId', value: userId }]
  const passkeys = await adapter.findMany<StoredPasskey>({ model: 'passkey', where })
  const secondFactor = await adapter.findOne<{ verified: boolean }>({ model: 'twoFactor', where })
  const hasSecondFactor = secondFactor?.verified === true
  const codes = hasSecondFactor ? await auth.api.viewBackupCodes({ body: { userId } }) : null
  return {
    hasSecondFactor,
    recoveryCodesLeft: codes?.backupCodes.length ?? null,
    passkeys: passkeys.map(({ id, name, createdAt }) => ({ id, name, createdAt: createdAt?.toISOString() ?? null })),
  }
}

/** An account's open sessions, the latest seen first. Their tokens stay inside. */
export async function mySessions(auth: Auth, userId: string, currentId: string): Promise<MySession[]> {
  return (await openSessions(auth, userId))
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .map(({ id, userAgent, createdAt, updatedAt }) => ({
      id,
      userAgent: userAgent ?? '',
      signedInAt: createdAt.toISOString(),
      lastSeenAt: updatedAt.toISOString(),
      isCurrent: id === currentId,
    }))
}

/** Ends those of an account's own sessions that `chosen` names. Gives how many. */
export async function revokeSessions(
  context: ServerContext,
  auth: Auth,
  userId: string,
  chosen: (sessionId: string) => boolean,
): Promise<number> {
  const ended = (await openSessions(auth, userId)).filter(({ id }) => chosen(id))
  if (ended.length === 0) return 0
  const { internalAdapter } = await auth.$context
  for (const { token } of ended) await internalAdapter.deleteSession(token)
  await note(context, userId, 'sign-ins-revoked', { count: ended.length })
  return ended.length
}

/** Changes the name of one's own account. The journal tells that it changed, not the names. */
export async function renameAccount(context: ServerContext, userId: string, name: string): Promise<void> {
  await context.storage.db.updateTable('coordinators').set({ name }).where('id', '=', userId).execute()
  await note(context, userId, 'coordinator-renamed', {})
}

async function openSessions(auth: Auth, userId: string) {
  return (await auth.$context).internalAdapter.listSessions(userId, { onlyActiveSessions: true })
}

async function note({ storage, now }: ServerContext, userId: string, act: JournalAct, subject: Record<string, number>): Promise<void> {
  await inTransaction(storage.db, (tx) => appendToJournal(tx, now().toISOString(), { actor: `coordinator:${userId}`, act, subject }))
}
