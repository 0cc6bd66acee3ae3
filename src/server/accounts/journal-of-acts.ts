import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import type { JournalAct, JournalRow } from '#domain/journal.ts'
import type { ServerContext } from '../context.ts'
import { appendToJournal } from '../storage/journal.ts'
import { inTransaction } from '../storage/transaction.ts'

/** How a sign-in was proved, by the path that ended it. */
const SIGN_IN_METHODS: Readonly<Record<string, string>> = {
  '/sign-in/email': 'password',
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-backup-code': 'recovery-code',
  '/passkey/verify-authentication': 'passkey',
}

/** What a signed-in person does to their own account through better-auth's paths. */
const OWN_ACTS: Readonly<Record<string, JournalAct>> = {
  '/change-password': 'password-changed',
  '/two-factor/disable': 'second-factor-removed',
  '/two-factor/generate-backup-codes': 'recovery-codes-renewed',
  '/passkey/verify-registration': 'passkey-added',
  '/passkey/delete-passkey': 'passkey-removed',
}

/** A better-auth plugin that writes the acts done through better-auth in our journal. Refused ones are not acts. */
export function journalOfActs(context: ServerContext) {
  const write = (coordinatorId: string, act: JournalAct, subject: JournalRow['subject'] = {}) =>
    inTransaction(context.storage.db, (tx) =>
      appendToJournal(tx, context.now().toISOString(), { actor: `coordinator:${coordinatorId}`, act, subject }),
    )
  return {
    id: 'carnet-journal',
    hooks: {
      // Afterwards nobody knows any more whose session it was.
      before: [
        {
          matcher: ({ path }) => path === '/sign-out',
          handler: createAuthMiddleware(async (ctx) => {
            const session = await getSessionFromCtx(ctx)
            if (session) await write(session.user.id, 'coordinator-signed-out')
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }) => path !== undefined && (path in SIGN_IN_METHODS || path in OWN_ACTS),
          handler: createAuthMiddleware(async (ctx) => {
            if (ctx.context.returned instanceof APIError) return
            const user: Record<string, unknown> | undefined = ctx.context.session?.user
            const ownAct = OWN_ACTS[ctx.path]
            if (ownAct !== undefined && user) return void (await write(String(user['id']), ownAct))
            // Within a session, a right code is the last step of adding the second factor.
            if (ctx.path === '/two-factor/verify-totp' && user) {
              if (!user['twoFactorEnabled']) await write(String(user['id']), 'second-factor-added')
              return
            }
            // No new session yet: the password was right and the code is still to come.
            const signedIn = ctx.context.newSession
            const method = SIGN_IN_METHODS[ctx.path]
            if (signedIn && method !== undefined) await write(signedIn.user.id, 'coordinator-signed-in', { method })
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}
