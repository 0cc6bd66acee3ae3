import { z } from 'zod'
import type { ProblemCode } from '#contract/problems.ts'

/** better-auth names its refusals in its own words; these are the ones a person can meet. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  UNAUTHORIZED: 'not-signed-in',
  SESSION_NOT_FRESH: 'sign-in-not-recent',
  ACCOUNT_DEACTIVATED: 'account-deactivated',
  INVALID_PASSWORD: 'wrong-password',
  INVALID_CODE: 'wrong-code',
  INVALID_BACKUP_CODE: 'wrong-code',
  ACCOUNT_TEMPORARILY_LOCKED: 'second-factor-slowed',
  INVALID_TWO_FACTOR_COOKIE: 'second-factor-restart',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'second-factor-restart',
  TOTP_ALREADY_ENABLED: 'conflict',
  PASSKEY_NOT_FOUND: 'passkey-refused',
  AUTHENTICATION_FAILED: 'passkey-refused',
  CHALLENGE_NOT_FOUND: 'passkey-refused',
  FAILED_TO_VERIFY_REGISTRATION: 'passkey-refused',
}

const refusalSchema = z.object({ code: z.string() })

/** The contract's problem for a refusal of better-auth, by its code, or by its status where the code says nothing to a person. */
export function authProblem(status: number, body: string): ProblemCode {
  const code = refusalCode(body)
  const known = code === null ? undefined : CODES[code]
  if (known !== undefined) return known
  if (status === 401) return 'wrong-credentials'
  if (status === 403) return 'not-allowed'
  if (status === 404) return 'not-found'
  if (status === 429) return 'too-many-requests'
  return status >= 500 ? 'internal' : 'invalid-request'
}

function refusalCode(body: string): string | null {
  if (!body.startsWith('{')) return null
  const parsed = refusalSchema.safeParse(JSON.parse(body))
  return parsed.success ? parsed.data.code : null
}
