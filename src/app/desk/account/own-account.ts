import { z } from 'zod'
import { postAuth } from '../account.ts'
import type { Answer } from '../api.ts'

/** A second factor about to be added: what the telephone must know, and the codes that replace it. */
const startedSchema = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) })
export type StartedSecondFactor = z.infer<typeof startedSchema>

const renewedSchema = z.object({ backupCodes: z.array(z.string()) })

/** Changes one's own password; the other sessions are closed. */
export function changePassword(currentPassword: string, newPassword: string): Promise<Answer<unknown>> {
  return postAuth('/change-password', { currentPassword, newPassword, revokeOtherSessions: true })
}

/** Begins to add a second factor; it counts only once `enterCode` was given a right code. */
export function startSecondFactor(password: string): Promise<Answer<StartedSecondFactor>> {
  return parsed(postAuth('/two-factor/enable', { password }), startedSchema)
}

/** A code of the telephone: ends a sign-in, or the adding of the second factor. */
export function enterCode(code: string): Promise<Answer<unknown>> {
  return postAuth('/two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') })
}

/** Ends a sign-in with one of the recovery codes. */
export function enterRecoveryCode(code: string): Promise<Answer<unknown>> {
  return postAuth('/two-factor/verify-backup-code', { code: code.trim() })
}

export function removeOwnSecondFactor(password: string): Promise<Answer<unknown>> {
  return postAuth('/two-factor/disable', { password })
}

/** Makes new recovery codes; the old ones no longer work. */
export function renewRecoveryCodes(password: string): Promise<Answer<{ backupCodes: string[] }>> {
  return parsed(postAuth('/two-factor/generate-backup-codes', { password }), renewedSchema)
}

async function parsed<Schema extends z.ZodType>(
  asked: Promise<Answer<{ status: number; json: unknown }>>,
  schema: Schema,
): Promise<Answer<z.output<Schema>>> {
  const answer = await asked
  if (answer.outcome !== 'ok') return answer
  const read = schema.safeParse(answer.value.json)
  return read.success ? { outcome: 'ok', value: read.data } : { outcome: 'unreadable', status: answer.value.status }
}
