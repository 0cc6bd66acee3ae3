import { z } from 'zod'
import { hashSchema, idSchema, isoInstantSchema } from './primitives.ts'

/** Every act this version writes. Each has its words in the texts; a row read may hold another, written by a newer server. */
export const JOURNAL_ACTS = [
  'coordinator-created',
  'coordinator-signed-in',
  'coordinator-signed-out',
  'coordinator-renamed',
  'coordinator-deactivated',
  'coordinator-reactivated',
  'role-changed',
  'invitation-created',
  'invitation-withdrawn',
  'password-link-created',
  'password-link-withdrawn',
  'password-link-used',
  'password-changed',
  'passkey-added',
  'passkey-removed',
  'second-factor-added',
  'second-factor-removed',
  'recovery-codes-renewed',
  'sign-in-slowed',
  'sign-ins-revoked',
  'session-imported',
  'session-created',
  'session-prepared',
  'session-amended',
  'session-published',
  'preparation-deleted',
  'support-received',
  'supports-deleted',
  'enrolment-link-created',
  'enrolment-link-mailed',
  'juror-address-set',
  'juror-address-removed',
  'device-enrolled',
  'device-restored',
  'device-revoked',
  'offline-enrolment-made',
  'second-device-refused',
  'second-device-accepted',
  'sheet-received',
  'interests-declared',
  'decision-recorded',
  'minutes-frozen',
  'minutes-received',
  'minutes-signed',
  'vault-recovered',
  'notebook-wiped',
  'mandate-issued',
  'calibration-published',
  'calibration-withdrawn',
  'retention-set',
  'grid-published',
  'framework-published',
  'certifier-changed',
  'acquired-blocks-set',
  'comments-released',
  'comments-withheld',
  'identities-imported',
  'passport-settings-changed',
  'passport-deposit-made',
  'passport-report-read',
  'data-retention-set',
  'data-purged',
  'personal-file-made',
  'data-request-recorded',
  'data-request-granted',
  'data-request-refused',
] as const
export type JournalAct = (typeof JOURNAL_ACTS)[number]

/** One line of the server's append-only journal; `hash` covers every other field, `previous` the line before. */
export const journalRowSchema = z.object({
  index: z.number().int().nonnegative(),
  previous: hashSchema.nullable(),
  at: isoInstantSchema,
  /** `coordinator:<id>`, `device:<thumbprint>`, `server`, or `server:command` for who gives it one on its own machine. */
  actor: z.string().max(200),
  act: idSchema,
  /** Opaque ids and hashes only, never a person's data. */
  subject: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  hash: hashSchema,
})
export type JournalRow = z.infer<typeof journalRowSchema>

/**
 * The first index at which the chain is broken (a hole, a wrong `previous`, a hash that `hashOf` does not find), or null when it holds.
 * The rows may be the continuation of others that hold: `after` is the last of these.
 */
export async function firstBrokenRow(
  rows: readonly JournalRow[],
  hashOf: (row: Omit<JournalRow, 'hash'>) => Promise<string>,
  after: JournalRow | null = null,
): Promise<number | null> {
  let previous = after?.hash ?? null
  const first = after === null ? 0 : after.index + 1
  for (const [place, row] of rows.entries()) {
    const index = first + place
    const { hash, ...rest } = row
    if (row.index !== index || row.previous !== previous || (await hashOf(rest)) !== hash) return index
    previous = hash
  }
  return null
}
