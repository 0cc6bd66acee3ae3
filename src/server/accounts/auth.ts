import { passkey } from '@better-auth/passkey'
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import { PASSWORD_LENGTH } from '#contract/accounts.ts'
import type { ServerContext } from '../context.ts'
import { journalOfActs } from './journal-of-acts.ts'

/** OWASP's Argon2id floor: 19 MiB, 2 iterations, 1 lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Header under which our own HTTP edge tells better-auth the client's address; a client's own value never passes. */
export const CLIENT_ADDRESS_HEADER = 'x-carnet-client-address'

const PRODUCT = 'Carnet de jury'

/** How often a session in use notes that it was seen. */
const SEEN_EVERY_SECONDS = 300

/** Wrong codes in a row before the second factor waits, and how long; then it starts anew: nobody is locked out for good. */
const CODE_LOCKOUT = { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 } as const

/**
 * Coordinators' accounts. Nobody signs up: the first account comes from the one-time setup link, the others from invitations. Rate limits
 * and the waits of sign-in are the HTTP edge's.
 */
export function createAuth(context: ServerContext) {
  const { storage, secrets, config } = context
  const origins = trustedOrigins(config.publicUrl)
  return betterAuth({
    appName: PRODUCT,
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: secrets.cookieSecret,
    trustedOrigins: origins,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: storage.db, type: storage.engine },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      password: {
        hash: (password) => hash(password, ARGON2ID),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    user: {
      modelName: 'coordinators',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        deactivatedAt: { type: 'string', required: false, input: false },
      },
    },
    session: { modelName: 'coordinator_sessions', updateAge: SEEN_EVERY_SECONDS },
    account: { modelName: 'coordinator_credentials' },
    verification: { modelName: 'coordinator_verifications' },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'carnet',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    databaseHooks: { session: { create: { before: ({ userId }) => refuseDeactivated(context, userId) } } },
    plugins: [
      twoFactor({
        issuer: PRODUCT,
        accountLockout: CODE_LOCKOUT,
        schema: { twoFactor: { modelName: 'coordinator_second_factors' } },
      }),
      passkey({
        rpID: new URL(config.publicUrl).hostname,
        rpName: PRODUCT,
        origin: origins,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: {
          // A passkey replaces password and code together, so its holder must have unlocked it.
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified)
              throw new APIError('UNAUTHORIZED', { code: 'AUTHENTICATION_FAILED', message: 'user not verified' })
          },
        },
        schema: { passkey: { modelName: 'coordinator_passkeys' } },
      }),
      // Last, so that it sees what the plugins before it have made of a sign-in.
      journalOfActs(context),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

/** Told only to who has shown a right password, code or passkey. */
async function refuseDeactivated({ storage }: ServerContext, userId: string): Promise<void> {
  const found = await storage.db.selectFrom('coordinators').select('deactivatedAt').where('id', '=', userId).executeTakeFirst()
  if (found?.deactivatedAt) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DEACTIVATED', message: 'account deactivated' })
}

/** On one's own machine the same server answers by both names. */
function trustedOrigins(publicUrl: string): string[] {
  const url = new URL(publicUrl)
  if (url.hostname !== 'localhost') return [publicUrl]
  url.hostname = '127.0.0.1'
  return [publicUrl, url.origin]
}
