/**
 * The tables as Kysely sees them. Times are ISO 8601 texts in UTC, documents are JSON texts, counts are plain integers: what both engines
 * store alike. The accounts' tables are better-auth's and are only read through it (accounts/auth.ts).
 */
export interface ServerKeyTable {
  /** `signing`, `sealing`, `auth-secret`, or `recovery:<sessionId>`. */
  name: string
  /** Public JWK as JSON; empty for a symmetric secret. */
  public_jwk: string
  /** PKCS #8 bytes (or the secret's), base64url. */
  private_key: string
  created_at: string
}

export interface SetupTokenTable {
  token_hash: string
  created_at: string
  used_at: string | null
}

/** An immutable published framework or grid, named by the hash of its canonical JSON. */
export interface PublishedDocumentTable {
  hash: string
  kind: 'framework' | 'grid'
  id: string
  version: string
  json: string
  published_at: string
}

export interface SessionTable {
  id: string
  /** ExamSession as JSON. */
  json: string
  /** Grid hashes by grid id, as JSON: the very versions this session is scored with. */
  grids: string
  imported_at: string
}

export interface SupportFileTable {
  sha256: string
  bytes: Buffer
}

export interface EnrolmentTable {
  secret_hash: string
  session_id: string
  juror_id: string
  created_at: string
  used_at: string | null
  device_id: string | null
}

export interface DeviceTable {
  /** Thumbprint of the signing key. */
  id: string
  session_id: string
  juror_id: string
  name: string
  signing_jwk: string
  sealing_jwk: string
  enrolled_at: string
  last_seen_at: string | null
  readiness: string | null
  /** Null as long as nobody took it back. */
  revoked_at: string | null
}

/** A device that opened an enrolment file another one had used: kept whole, so that it can be accepted. */
export interface SecondDeviceTable {
  device_id: string
  session_id: string
  juror_id: string
  name: string
  signing_jwk: string
  sealing_jwk: string
  at: string
}

export interface SheetTable {
  hash: string
  sheet_id: string
  revision: number
  session_id: string
  oral_id: string
  juror_id: string
  device_id: string
  chain_index: number
  previous: string | null
  presence: string
  part_verdict: string | null
  part_proposal: string | null
  /** `[{ id, proposal, verdict }]` as JSON. */
  sections: string
  /** `{ filledBy, by }` as JSON for a sheet first filled on paper; null for the others, and once erased. */
  transcribed: string | null
  /** Empty once erased: the hash alone stays, for the minutes that name it. */
  jws: string
  signed_at: string
  received_at: string
}

/** An envelope as received, and the receipt it was answered. */
export interface EnvelopeTable {
  id: string
  /** Empty once its sheet is erased: sent again, it is still answered its receipt. */
  jwe: string
  sheet_hash: string
  receipt: string
  received_at: string
}

/** A delivery refused to one of a session's devices; kept so that the desk can act before the juror leaves. */
export interface RefusalTable {
  envelope_id: string
  session_id: string
  device_id: string
  code: string
  at: string
}

export interface JournalTable {
  index: number
  previous: string | null
  at: string
  actor: string
  act: string
  /** Opaque ids only, as JSON. */
  subject: string
  hash: string
}

/** One row: where the chain ends. Updating it first is what serialises appends, on both engines. */
export interface JournalHeadTable {
  id: number
  next_index: number
  last_hash: string | null
}

/** The columns of better-auth's table of accounts that we read or write ourselves. */
export interface CoordinatorTable {
  id: string
  name: string
  email: string
  /** A Role of the contract. */
  role: string
  deactivatedAt: string | null
}

/** A one-time link to a new account. Closed once used or withdrawn. */
export interface InvitationTable {
  id: string
  token_hash: string
  email: string
  role: string
  created_at: string
  expires_at: string
  closed_at: string | null
}

/** A one-time link to a new password of an account. Closed once used, withdrawn or replaced, or its account deactivated. */
export interface PasswordLinkTable {
  id: string
  token_hash: string
  coordinator_id: string
  created_at: string
  expires_at: string
  closed_at: string | null
}

/** How often sign-in failed for one account from one address; both are only kept hashed together. */
export interface SignInWaitTable {
  key: string
  failures: number
  last_failed_at: string
  wait_until: string
}

/** A request to reopen a notebook, and its answer sealed to the device that asked. */
export interface RecoveryTable {
  /** SHA-256 of the request's text. */
  id: string
  session_id: string
  device_id: string
  request: string
  requested_at: string
  answer: string | null
  answered_at: string | null
}

/** A panel's decision on one oral while it deliberates at the desk, as JSON. */
export interface DecisionDraftTable {
  session_id: string
  oral_id: string
  panel_id: string
  day: string
  json: string
  recorded_at: string
  recorded_by: string
}

/** Frozen minutes: their exact text, which members sign. */
export interface MinutesTable {
  hash: string
  session_id: string
  panel_id: string
  day: string
  text: string
  amends: string | null
  origin: 'desk' | 'device'
  received_at: string
  /** The row of the journal that records their coming. */
  journal_index: number
}

export interface MinutesSignatureTable {
  minutes_hash: string
  juror_id: string
  device_id: string
  /** JWS of detached content. */
  detached: string
  received_at: string
}

/** An envelope that held signed minutes, and the receipt it was answered. */
export interface MinutesEnvelopeTable {
  id: string
  jwe: string
  minutes_hash: string
  receipt: string
  received_at: string
}

export interface SessionRetentionTable {
  session_id: string
  /** After the session's end. */
  days: number
}

/** A wiped notebook's statement, signed by the key it destroyed. */
export interface WipeTable {
  /** SHA-256 of the JWS. */
  id: string
  session_id: string
  device_id: string
  jws: string
  received_at: string
}

/** One document of settings a name, as JSON. */
export interface DeskSettingTable {
  name: `certifier:${string}` | 'passport' | 'retention'
  json: string
}

export interface CommentReleaseTable {
  session_id: string
  /** 1 when candidates are given the jurors' comments. */
  released: number
}

/** A candidate's civil identity as JSON: for the national skills passport alone. */
export interface CivilIdentityTable {
  session_id: string
  candidate_id: string
  json: string
}

/** A file of certified persons, as it was made. */
export interface PassportDepositTable {
  flow_id: string
  session_id: string
  /** Empty once erased. */
  xml: string
  made_at: string
}

/** One person of a deposit, and what was answered. */
export interface PassportPassageTable {
  flow_id: string
  technical_id: string
  candidate_id: string
  state: 'deposited' | 'accepted' | 'rejected'
  /** JSON array of the answer's messages. */
  messages: string
}

/** What a juror declared of their links with candidates, and the receipt its envelope was answered. */
export interface InterestStatementTable {
  envelope_id: string
  receipt: string
  session_id: string
  device_id: string
  juror_id: string
  /** Empty once a declaration is erased: its signature covers them all. */
  jws: string
  stated_at: string
  /** InterestDeclaration[] as JSON. */
  declarations: string
  received_at: string
}

/** A change of the day handed to devices without a network. */
export interface MandateTable {
  id: string
  session_id: string
  kind: string
  panel_id: string
  /** The candidate added, or the juror. */
  person_id: string
  jws: string
  issued_at: string
}

/** A session as the desk prepares it: a whole Preparation until it is published, then the desk's own notes (DeskNotes); JSON. */
export interface PreparationTable {
  session_id: string
  json: string
  /** Grid hashes by grid id, as JSON. */
  grids: string
  /** Civil identities of a session not yet published, as JSON; they then move to their own table. */
  identities: string
  /** Jurors' addresses of a session not yet published, as JSON; they then move to their own table. */
  addresses: string
  changed_at: string
}

/** A candidate's request about their data. The three last are null until it is decided. */
export interface DataRequestTable {
  id: string
  session_id: string
  candidate_id: string
  kind: string
  received_on: string
  due_on: string
  detail: string
  outcome: string | null
  reason: string | null
  decided_at: string | null
}

/** An invented case that a session's jurors score before the orals. */
export interface CalibrationTable {
  id: string
  session_id: string
  grid_hash: string
  /** Empty once erased: its sheets' hashes still name it. */
  json: string
  published_at: string
}

/** Where a juror's enrolment link is sent. */
export interface JurorAddressTable {
  session_id: string
  juror_id: string
  email: string
  /** When a mail server last took a link for this address. */
  mailed_at: string | null
}

export interface Tables {
  coordinators: CoordinatorTable
  coordinator_invitations: InvitationTable
  coordinator_password_links: PasswordLinkTable
  sign_in_waits: SignInWaitTable
  server_keys: ServerKeyTable
  setup_tokens: SetupTokenTable
  published_documents: PublishedDocumentTable
  sessions: SessionTable
  support_files: SupportFileTable
  enrolments: EnrolmentTable
  juror_addresses: JurorAddressTable
  devices: DeviceTable
  second_devices: SecondDeviceTable
  sheets: SheetTable
  envelopes: EnvelopeTable
  refusals: RefusalTable
  recoveries: RecoveryTable
  session_retentions: SessionRetentionTable
  wipes: WipeTable
  mandates: MandateTable
  calibrations: CalibrationTable
  decision_drafts: DecisionDraftTable
  minutes: MinutesTable
  minutes_signatures: MinutesSignatureTable
  minutes_envelopes: MinutesEnvelopeTable
  desk_settings: DeskSettingTable
  comment_releases: CommentReleaseTable
  civil_identities: CivilIdentityTable
  passport_deposits: PassportDepositTable
  passport_passages: PassportPassageTable
  preparations: PreparationTable
  data_requests: DataRequestTable
  interest_statements: InterestStatementTable
  journal: JournalTable
  journal_head: JournalHeadTable
}
