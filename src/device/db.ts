import { Dexie, type Table } from 'dexie'
import type { ProblemCode } from '#contract/problems.ts'
import type { PublicJwk } from '#domain/session-package.ts'
import type { SealedRow, VaultLock } from '#seal/vault.ts'

/**
 * Everything the device keeps, in one IndexedDB database. Sealed columns are AES-256-GCM under the notebook's data key, bound to the
 * row's own address; clear are only opaque ids, what ordering and delivery need, public keys, and the label a juror gave the notebook.
 */
export const DATABASE_NAME = 'carnet-de-jury'

/** A notebook as it stands locked. */
export interface VaultRow {
  id: string
  label: string
  createdAt: number
  deviceId: string
  /** The device's public signing key, whose thumbprint is `deviceId`. */
  publicKey: PublicJwk
  lock: VaultLock
  /** The data key sealed to the session's recovery key (JWE). */
  recovery: string
  /** The pinned server's public keys: a locked device verifies receipts with them. */
  serverKeys: { signing: PublicJwk; sealing: PublicJwk }
  serverKeyId: string
  /** The server's word of this enrolment, shown to it when it has forgotten the device. Absent when an older server gave none. */
  certificate?: string
  /** What registers a notebook made of a file (sealed to the server), until the server has answered. */
  carriedRequest?: string
  /** SHA-256 of the file it was made of. */
  offlineFileId?: string
  /** Wrong passphrases since the last right one, and until when the next try waits. */
  wrongTries: number
  nextTryAt: number
  /** When a passphrase last opened it; null since enrolment. */
  lastUnlockAt: number | null
}

/** `phrases`: the juror's own ready phrases (phrases.ts). */
export type RecordKind = 'signingKey' | 'sealingKey' | 'package' | 'phrases'

/** One sealed document of a notebook. */
export interface RecordRow {
  vaultId: string
  kind: RecordKind
  sealed: SealedRow
}

/** One entry of a draft's log. */
export interface EntryRow {
  vaultId: string
  sheetId: string
  seq: number
  sealed: SealedRow
}

/** One signed sheet; rows of a notebook form the device's chain. */
export interface SignedRow {
  vaultId: string
  chainIndex: number
  sheetId: string
  revision: number
  /** Entries of the draft's log that this signature froze: those below this `seq`. */
  entryCount: number
  hash: string
  envelopeId: string
  sealed: SealedRow
}

/** A sealed envelope, exactly as it will be delivered. Never changed, never deleted by delivery; a damaged one makes place for another (reseal.ts). */
export interface EnvelopeRow {
  id: string
  /** Null for an envelope carried for another device. */
  vaultId: string | null
  jwe: string
}

/**
 * Whose envelope it is. `own`: signed in a notebook of this device. `carried`: a sealed copy taken in from another device (src/device/transfer);
 * it is delivered like the others and never counted or shown as this juror's own.
 */
export type EnvelopeOrigin = { origin: 'own'; vaultId: string } | { origin: 'carried'; vaultId: null }

/** What became of an envelope. Its state is computed from this row. */
export type OutboxRow = EnvelopeOrigin & {
  envelopeId: string
  /** What it holds when it is neither a sheet nor minutes. */
  content?: 'interests'
  createdAt: number
  byteLength: number
  attempts: number
  nextAttemptAt: number
  /** Verified with the pinned server key before it was written here. */
  receipt: string | null
  /** A receipt that verified, of a server that has lost the envelope since: the proof that it once had it. */
  formerReceipt?: string
  refusal: { code: ProblemCode; at: number } | null
  /** Sealed anew in the place of an envelope that was damaged here (reseal.ts). */
  resealed?: true
}

/** A file on its way or stored; its bytes are sealed chunks. */
export interface FileRow {
  vaultId: string
  fileId: string
  chunkCount: number
  receivedBytes: number
  ready: 0 | 1
}

export interface ChunkRow {
  vaultId: string
  fileId: string
  index: number
  sealed: SealedRow
}

/**
 * What is kept of the panel's work (src/device/deliberation): `id` is the sheet's or minutes' hash, the oral's id, or panel and day. `interests`: the
 * juror's declarations (interests.ts), one row. `spread`: of a calibration, by its id (calibration.ts).
 */
export type PanelRowKind = 'sheet' | 'decision' | 'facts' | 'minutes' | 'interests' | 'spread'

export interface PanelRow {
  vaultId: string
  kind: PanelRowKind
  id: string
  sealed: SealedRow
}

/** One line of the diagnostic log. */
export interface DiagnosticRow {
  id?: number
  at: number
  event: string
  detail: Record<string, string | number | boolean>
}

/** Small facts about the device itself, by name. */
export interface FactRow {
  name: string
  value: unknown
}

export class DeviceDatabase extends Dexie {
  readonly vaults!: Table<VaultRow, string>
  readonly records!: Table<RecordRow, [string, RecordKind]>
  readonly entries!: Table<EntryRow, [string, string, number]>
  readonly signed!: Table<SignedRow, [string, number]>
  readonly envelopes!: Table<EnvelopeRow, string>
  readonly outbox!: Table<OutboxRow, string>
  readonly files!: Table<FileRow, [string, string]>
  readonly chunks!: Table<ChunkRow, [string, string, number]>
  readonly panelRows!: Table<PanelRow, [string, PanelRowKind, string]>
  readonly diagnostics!: Table<DiagnosticRow, number>
  readonly facts!: Table<FactRow, string>

  constructor(name: string) {
    // `strict`: a transaction completes when it is on the disk. Dexie's cache would show rows before they are.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.version(1).stores({
      vaults: 'id',
      records: '[vaultId+kind]',
      entries: '[vaultId+sheetId+seq]',
      signed: '[vaultId+chainIndex], &[vaultId+sheetId+revision], envelopeId',
      envelopes: 'id',
      outbox: 'envelopeId, createdAt',
      files: '[vaultId+fileId]',
      chunks: '[vaultId+fileId+index]',
      panelRows: '[vaultId+kind+id]',
      diagnostics: '++id',
      facts: 'name',
    })
  }
}

export const db = new DeviceDatabase(DATABASE_NAME)

/** Where a sealed row stands: its additional authenticated data, so that a row moved elsewhere no longer opens. */
export const address = {
  record: (vaultId: string, kind: RecordKind) => `records/${vaultId}/${kind}`,
  entry: (vaultId: string, sheetId: string, seq: number) => `entries/${vaultId}/${sheetId}/${seq}`,
  signed: (vaultId: string, chainIndex: number, hash: string) => `signed/${vaultId}/${chainIndex}/${hash}`,
  chunk: (vaultId: string, fileId: string, index: number) => `chunks/${vaultId}/${fileId}/${index}`,
  panel: (vaultId: string, kind: PanelRowKind, id: string) => `panel/${vaultId}/${kind}/${id}`,
} as const

/** Key ranges of all rows of one sheet, or of one file. */
export const rangeOf = {
  sheet: (vaultId: string, sheetId: string, fromSeq = 0) =>
    db.entries.where('[vaultId+sheetId+seq]').between([vaultId, sheetId, fromSeq], [vaultId, sheetId, Number.MAX_SAFE_INTEGER], true, true),
  signedSheet: (vaultId: string, sheetId: string) =>
    db.signed.where('[vaultId+sheetId+revision]').between([vaultId, sheetId, 0], [vaultId, sheetId, Number.MAX_SAFE_INTEGER], true, true),
  vaultSigned: (vaultId: string) =>
    db.signed.where('[vaultId+chainIndex]').between([vaultId, 0], [vaultId, Number.MAX_SAFE_INTEGER], true, true),
  vaultEntries: (vaultId: string) =>
    db.entries
      .where('[vaultId+sheetId+seq]')
      .between([vaultId, Dexie.minKey, 0], [vaultId, Dexie.maxKey, Number.MAX_SAFE_INTEGER], true, true),
  vaultPanel: (vaultId: string) =>
    db.panelRows
      .where('[vaultId+kind+id]')
      .between([vaultId, Dexie.minKey, Dexie.minKey], [vaultId, Dexie.maxKey, Dexie.maxKey], true, true),
  panelKind: (vaultId: string, kind: PanelRowKind) =>
    db.panelRows.where('[vaultId+kind+id]').between([vaultId, kind, Dexie.minKey], [vaultId, kind, Dexie.maxKey], true, true),
  file: (vaultId: string, fileId: string) =>
    db.chunks.where('[vaultId+fileId+index]').between([vaultId, fileId, 0], [vaultId, fileId, Number.MAX_SAFE_INTEGER], true, true),
} as const
