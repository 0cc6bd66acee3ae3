import type { FieldIssue, Problem, ProblemCode } from '#contract/problems.ts'
import { t } from '#texts/i18n.ts'

const STATUS: Record<ProblemCode, number> = {
  'invalid-request': 400,
  'not-found': 404,
  'unknown-contract-version': 404,
  'body-too-large': 413,
  'too-many-requests': 429,
  'not-signed-in': 401,
  'not-allowed': 403,
  'wrong-credentials': 401,
  'sign-in-slowed': 429,
  'sign-in-not-recent': 403,
  'account-deactivated': 403,
  'wrong-password': 400,
  'wrong-code': 401,
  'second-factor-slowed': 429,
  'second-factor-restart': 401,
  'passkey-refused': 401,
  'setup-link-used': 409,
  'invitation-unknown': 404,
  'password-link-unknown': 404,
  'account-exists': 409,
  'last-administrator': 409,
  'enrolment-unknown': 404,
  'enrolment-used': 409,
  'device-unknown': 401,
  'device-proof-wrong': 401,
  'envelope-unreadable': 422,
  'sheet-signature-wrong': 422,
  'sheet-unreadable': 422,
  'sheet-version-unknown': 422,
  'sheet-foreign': 422,
  'minutes-signature-wrong': 422,
  'minutes-unreadable': 422,
  'minutes-version-unknown': 422,
  'minutes-foreign': 422,
  'interests-refused': 422,
  'decision-incomplete': 422,
  'minutes-not-ready': 422,
  'minutes-superseded': 409,
  'recovery-unreadable': 422,
  'recovery-foreign': 422,
  'wipe-unreadable': 422,
  'mandate-useless': 409,
  'import-invalid': 422,
  'certifier-unset': 409,
  'passport-not-ready': 409,
  'grid-invalid': 422,
  'version-taken': 409,
  'preparation-invalid': 422,
  'preparation-not-ready': 409,
  'preparation-changed': 409,
  'preparation-published': 409,
  'support-invalid': 422,
  'sheet-erased': 410,
  'sheet-archived': 403,
  'file-erased': 410,
  'erasure-refused': 409,
  conflict: 409,
  internal: 500,
}

/** The RFC 9457 document of a code, in French. `wait`: how long to wait, in words, for the problems that say so. */
export function problemDocument(code: ProblemCode, issues?: readonly FieldIssue[], wait = ''): Problem {
  return {
    type: `/problemes/${code}`,
    code,
    title: t(`problems:${code}.title`),
    status: STATUS[code],
    detail: t(`problems:${code}.detail`, { wait }),
    ...(issues ? { issues: [...issues] } : {}),
  }
}

/** An expected refusal at the HTTP edge; the error handler turns it into its document. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly issues: readonly FieldIssue[] | undefined
  /** Read by Fastify's plugins. */
  readonly statusCode: number
  constructor(code: ProblemCode, options: { issues?: readonly FieldIssue[]; cause?: unknown } = {}) {
    super(code, { cause: options.cause })
    this.code = code
    this.issues = options.issues
    this.statusCode = STATUS[code]
  }
}
