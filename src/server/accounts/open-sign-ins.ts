import type { ServerContext } from '../context.ts'
import type { Auth } from './auth.ts'

/** Those of these sign-ins (their session ids) that still open the desk: not revoked, not run out, of an account that is not deactivated. */
export async function openSignIns({ storage }: ServerContext, auth: Auth, signInIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (signInIds.length === 0) return new Set()
  const { adapter } = await auth.$context
  const found = await adapter.findMany<{ id: string; userId: string; expiresAt: Date }>({
    model: 'session',
    where: [{ field: 'id', operator: 'in', value: [...signInIds] }],
    limit: signInIds.length,
  })
  const users = await storage.db
    .selectFrom('coordinators')
    .select('id')
    .where('id', 'in', [...found.map(({ userId }) => userId), ''])
    .where('deactivatedAt', 'is', null)
    .execute()
  const active = new Set(users.map(({ id }) => id))
  // better-auth's own clock, by which it made the date.
  const nowMs = Date.now()
  return new Set(found.filter(({ userId, expiresAt }) => active.has(userId) && expiresAt.getTime() > nowMs).map(({ id }) => id))
}
