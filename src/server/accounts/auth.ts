import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import type { ServerContext } from '../context.ts'
import { appendToJournal } from '../storage/journal.ts'
import { inTransaction } from '../storage/transaction.ts'

/** OWASP's Argon2id floor: 19 MiB, 2 iterations, 1 lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Header under which our own HTTP edge tells better-auth the client's address; a client's own value never passes. */
export const CLIENT_ADDRESS_HEADER = 'x-carnet-client-address'

export const PASSWORD_LENGTH = { min: 12, max: 200 } as const

/**
 * Coordinators' accounts. Nobody signs up: the first account comes from the one-time setup link. Rate limits are the HTTP edge's.
 */
export function createAuth({ storage, secrets, config, now }: ServerContext) {
  return betterAuth({
    appName: 'Carnet de jury',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: secrets.cookieSecret,
    trustedOrigins: trustedOrigins(config.publicUrl),
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
    session: { modelName: 'coordinator_sessions' },
    account: { modelName: 'coordinator_credentials' },
    verification: { modelName: 'coordinator_verifications' },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'carnet',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    databaseHooks: {
      session: {
        create: {
          after: async (session) => {
            await inTransaction(storage.db, (tx) =>
              appendToJournal(tx, now().toISOString(), {
                actor: `coordinator:${session.userId}`,
                act: 'coordinator-signed-in',
                subject: {},
              }),
            )
          },
        },
      },
    },
  })
}

export type Auth = ReturnType<typeof createAuth>

/** On one's own machine the same server answers by both names. */
function trustedOrigins(publicUrl: string): string[] {
  const url = new URL(publicUrl)
  if (url.hostname !== 'localhost') return [publicUrl]
  url.hostname = '127.0.0.1'
  return [publicUrl, url.origin]
}
