import { z } from 'zod'

/** Stable problem types: the last segment of an RFC 9457 `type` (`/problemes/<code>`). Each has a French title and advice in the texts. */
export const problemCodeSchema = z.enum([
  'invalid-request',
  'not-found',
  'unknown-contract-version',
  'body-too-large',
  'too-many-requests',
  'not-signed-in',
  'not-allowed',
  'wrong-credentials',
  'sign-in-slowed',
  'sign-in-not-recent',
  'account-deactivated',
  'wrong-password',
  'wrong-code',
  'second-factor-slowed',
  'second-factor-restart',
  'passkey-refused',
  'setup-link-used',
  'invitation-unknown',
  'password-link-unknown',
  'account-exists',
  'last-administrator',
  'enrolment-unknown',
  'enrolment-used',
  'device-unknown',
  'device-proof-wrong',
  'envelope-unreadable',
  'sheet-signature-wrong',
  'sheet-unreadable',
  'sheet-version-unknown',
  'sheet-foreign',
  'minutes-signature-wrong',
  'minutes-unreadable',
  'minutes-version-unknown',
  'minutes-foreign',
  'interests-refused',
  'decision-incomplete',
  'minutes-not-ready',
  'minutes-superseded',
  'recovery-unreadable',
  'recovery-foreign',
  'wipe-unreadable',
  'mandate-useless',
  'import-invalid',
  'certifier-unset',
  'passport-not-ready',
  'grid-invalid',
  'version-taken',
  'preparation-invalid',
  'preparation-not-ready',
  'preparation-changed',
  'preparation-published',
  'support-invalid',
  'sheet-erased',
  'sheet-archived',
  'file-erased',
  'erasure-refused',
  'conflict',
  'internal',
])
export type ProblemCode = z.infer<typeof problemCodeSchema>

/** A complaint about one place of a request or file. `line` and `column` count from 1 and are given where the text is known. */
export const fieldIssueSchema = z.object({
  path: z.string(),
  line: z.number().int().positive().optional(),
  column: z.number().int().positive().optional(),
  message: z.string(),
})
export type FieldIssue = z.infer<typeof fieldIssueSchema>

/** An RFC 9457 problem document, media type `application/problem+json`. Texts are French sentences for the person at the screen. */
export const problemSchema = z.object({
  type: z.string(),
  code: problemCodeSchema,
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  issues: z.array(fieldIssueSchema).optional(),
})
export type Problem = z.infer<typeof problemSchema>

export const PROBLEM_MEDIA_TYPE = 'application/problem+json'
