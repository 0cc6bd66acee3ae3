import type { PurgedKind } from '#domain/data-retention.ts'
import type { Tables } from '../storage/schema.ts'

/** better-auth's tables, which nothing else reads: they are not among Kysely's. */
type AccountTable =
  | 'coordinator_sessions'
  | 'coordinator_credentials'
  | 'coordinator_second_factors'
  | 'coordinator_passkeys'
  | 'coordinator_verifications'

/** What becomes of what a table holds of people. */
type TableErasure =
  /** Erased with these kinds of data, when their time is over; `candidate`: also when one asks to be erased. */
  | { with: readonly PurgedKind[]; candidate: boolean }
  /** Never erased: it proves something, and holds no more of people than that takes. */
  | { kept: string }
  /** Nothing in it is about a person. */
  | { impersonal: string }

/** Rows of a session that go whole with its devices. */
export const DEVICE_ROWS = ['enrolments', 'juror_addresses', 'second_devices', 'recoveries', 'refusals', 'mandates'] as const

const goneWith = (...kinds: PurgedKind[]): TableErasure => ({ with: kinds, candidate: false })
const goneWithOrAsked = (...kinds: PurgedKind[]): TableErasure => ({ with: kinds, candidate: true })

const deviceRows = Object.fromEntries(DEVICE_ROWS.map((table) => [table, goneWith('devices')])) as Record<
  (typeof DEVICE_ROWS)[number],
  TableErasure
>

/** Every table of the database, and what becomes of it: a table that is not here has not been thought of (its test compares both). */
export const TABLE_ERASURES: Record<keyof Tables | AccountTable, TableErasure> = {
  ...deviceRows,
  mandates: goneWithOrAsked('devices'),
  devices: goneWith('devices'),
  sessions: goneWithOrAsked('candidates', 'supports'),
  support_files: goneWithOrAsked('supports', 'drafts'),
  sheets: goneWithOrAsked('sheets', 'calibrations'),
  envelopes: goneWithOrAsked('sheets', 'calibrations'),
  decision_drafts: goneWithOrAsked('sheets'),
  calibrations: goneWith('calibrations'),
  civil_identities: goneWithOrAsked('identities'),
  passport_deposits: goneWith('identities'),
  passport_passages: goneWith('identities'),
  preparations: goneWithOrAsked('preparation', 'drafts', 'identities'),
  interest_statements: goneWithOrAsked('preparation'),
  data_requests: goneWith('requests'),
  coordinators: goneWith('accounts'),
  coordinator_credentials: goneWith('accounts'),
  coordinator_second_factors: goneWith('accounts'),
  coordinator_passkeys: goneWith('accounts'),
  coordinator_invitations: goneWith('accounts'),
  coordinator_password_links: goneWith('accounts'),
  coordinator_sessions: goneWith('signIns'),
  coordinator_verifications: goneWith('signIns'),
  sign_in_waits: goneWith('signIns'),
  minutes: { kept: 'the jury’s record of its decisions' },
  minutes_signatures: { kept: 'without them the minutes prove nothing' },
  minutes_envelopes: { kept: 'the minutes as they came, sealed, and the receipt a device is answered again' },
  journal: { kept: 'a chain without its first rows proves nothing; it holds ids alone' },
  journal_head: { kept: 'where the journal’s chain ends' },
  wipes: { kept: 'a device’s proof that its notebook is gone; it holds ids alone' },
  desk_settings: { kept: 'the certifier’s own particulars and signatory, until they are written anew' },
  published_documents: { impersonal: 'frameworks and grids' },
  server_keys: { impersonal: 'the server’s keys' },
  setup_tokens: { impersonal: 'hashes of one-time links to the first account' },
  session_retentions: { impersonal: 'a number of days a session' },
  comment_releases: { impersonal: 'yes or no a session' },
}
