import { sql } from 'kysely'
import type { Coordinator, SetupRequest } from '#contract/desk.ts'
import { randomBytes, toBase64url } from '#seal/bytes.ts'
import { sha256 } from '#seal/hash.ts'
import type { ServerContext } from '../context.ts'
import { appendToJournal } from '../storage/journal.ts'
import { inTransaction } from '../storage/transaction.ts'
import type { Auth } from './auth.ts'
import { createAccount } from './invitations.ts'

/** True as long as nobody has an account. */
export async function needsSetup({ storage }: ServerContext): Promise<boolean> {
  const found = await sql<{ id: string }>`select id from coordinators limit 1`.execute(storage.db)
  return found.rows.length === 0
}

/** A new one-time link for the first account, or null once there is one. Only its token's hash is kept. */
export async function createSetupLink(context: ServerContext): Promise<string | null> {
  if (!(await needsSetup(context))) return null
  const token = toBase64url(randomBytes(24))
  await context.storage.db
    .insertInto('setup_tokens')
    .values({ token_hash: await sha256(token), created_at: context.now().toISOString(), used_at: null })
    .execute()
  return `${context.config.publicUrl}/coordination/premiere-connexion#${token}`
}

/** Creates the first account. Null when the token is unknown, spent, or an account exists already. */
export async function createFirstCoordinator(context: ServerContext, auth: Auth, request: SetupRequest): Promise<Coordinator | null> {
  const { storage, now } = context
  if (!(await needsSetup(context))) return null
  const at = now().toISOString()
  if (!(await spendToken(context, request.token, at))) return null
  const user = await createAccount(auth, { ...request, role: 'administrator' })
  await inTransaction(storage.db, (tx) =>
    appendToJournal(tx, at, { actor: 'server', act: 'coordinator-created', subject: { coordinatorId: user.id, role: 'administrator' } }),
  )
  return user
}

/** Spends every open token together, so that of two links opened at the same instant one wins. */
async function spendToken({ storage }: ServerContext, token: string, at: string): Promise<boolean> {
  const tokenHash = await sha256(token)
  const isOurs = storage.db
    .selectFrom('setup_tokens as own')
    .select('own.token_hash')
    .where('own.token_hash', '=', tokenHash)
    .where('own.used_at', 'is', null)
  const spent = await storage.db
    .updateTable('setup_tokens')
    .set({ used_at: at })
    .where('used_at', 'is', null)
    .where((where) => where.exists(isOurs))
    .returning('token_hash')
    .execute()
  return spent.some((row) => row.token_hash === tokenHash)
}
