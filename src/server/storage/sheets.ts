import type { SignedSheet } from '#seal/envelope.ts'
import type { Db } from './engine.ts'
import type { EnvelopeTable, SheetTable } from './schema.ts'

/** A stored sheet without its signed bytes. */
export type SheetSummary = Omit<SheetTable, 'jws'>

/** The columns of a verified sheet. */
export function sheetRow({ hash, jws, sheet }: SignedSheet, receivedAt: string): SheetTable {
  return {
    hash,
    sheet_id: sheet.sheetId,
    revision: sheet.revision,
    session_id: sheet.sessionId,
    oral_id: sheet.oralId,
    juror_id: sheet.juror.id,
    device_id: sheet.deviceId,
    chain_index: sheet.chainIndex,
    previous: sheet.previous,
    presence: sheet.presence,
    part_verdict: sheet.part.verdict,
    part_proposal: sheet.part.proposal,
    sections: JSON.stringify(sheet.sections.map(({ id, proposal, verdict }) => ({ id, proposal, verdict }))),
    transcribed: sheet.transcribed ? JSON.stringify({ filledBy: sheet.transcribed.filledBy, by: sheet.transcribed.by }) : null,
    jws,
    signed_at: sheet.signedAt,
    received_at: receivedAt,
  }
}

/** The stored receipts of those envelopes, whatever they held, that are stored already, by envelope id. */
export async function storedReceipts(db: Db, envelopeIds: readonly string[]): Promise<Map<string, string>> {
  if (envelopeIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('envelopes')
    .select(['id', 'receipt'])
    .where('id', 'in', envelopeIds)
    .unionAll(db.selectFrom('minutes_envelopes').select(['id', 'receipt']).where('id', 'in', envelopeIds))
    .unionAll(db.selectFrom('interest_statements').select(['envelope_id as id', 'receipt']).where('envelope_id', 'in', envelopeIds))
    .execute()
  return new Map(rows.map((row) => [row.id, row.receipt]))
}

/** Which of these sheets are stored already. */
export async function storedHashes(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await db.selectFrom('sheets').select('hash').where('hash', 'in', hashes).execute()
  return new Set(rows.map((row) => row.hash))
}

export async function insertSheets(db: Db, rows: readonly SheetTable[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('sheets').values(rows).execute()
}

export async function insertEnvelopes(db: Db, rows: readonly EnvelopeTable[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('envelopes').values(rows).execute()
}

/** Who signed a sheet of which oral of a session. */
export async function sheetAuthors(db: Db, sessionId: string): Promise<{ oralId: string; jurorId: string }[]> {
  const rows = await db.selectFrom('sheets').select(['oral_id', 'juror_id']).distinct().where('session_id', '=', sessionId).execute()
  return rows.map(({ oral_id, juror_id }) => ({ oralId: oral_id, jurorId: juror_id }))
}

/** Every sheet of a session, in the order received. */
export async function sessionSheets(db: Db, sessionId: string): Promise<SheetSummary[]> {
  return db
    .selectFrom('sheets')
    .select([
      'hash',
      'sheet_id',
      'revision',
      'session_id',
      'oral_id',
      'juror_id',
      'device_id',
      'chain_index',
      'previous',
      'presence',
      'part_verdict',
      'part_proposal',
      'sections',
      'transcribed',
      'signed_at',
      'received_at',
    ])
    .where('session_id', '=', sessionId)
    .orderBy('received_at')
    .orderBy('hash')
    .execute()
}

/** The signed bytes of every sheet of these orals that is not erased, in the order received. */
export async function sheetsOfOrals(db: Db, sessionId: string, oralIds: readonly string[]): Promise<Pick<SheetTable, 'hash' | 'jws'>[]> {
  if (oralIds.length === 0) return []
  return db
    .selectFrom('sheets')
    .select(['hash', 'jws'])
    .where('session_id', '=', sessionId)
    .where('oral_id', 'in', oralIds)
    .where('jws', '!=', '')
    .orderBy('received_at')
    .orderBy('hash')
    .execute()
}

/** The signed bytes of every later revision these devices sent. */
export async function revisionsOfDevices(db: Db, sessionId: string, deviceIds: readonly string[]): Promise<Pick<SheetTable, 'jws'>[]> {
  if (deviceIds.length === 0) return []
  return db
    .selectFrom('sheets')
    .select('jws')
    .where('session_id', '=', sessionId)
    .where('device_id', 'in', deviceIds)
    .where('revision', '>', 1)
    .execute()
}

/** One sheet with its signed bytes, and the receipt of the first envelope it came in; null when there is none. */
export async function findSheet(db: Db, hash: string): Promise<{ row: SheetTable; envelopeId: string; receipt: string } | null> {
  const row = await db.selectFrom('sheets').selectAll().where('hash', '=', hash).executeTakeFirst()
  if (!row) return null
  const envelope = await db
    .selectFrom('envelopes')
    .select(['id', 'receipt'])
    .where('sheet_hash', '=', hash)
    .orderBy('received_at')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return { row, envelopeId: envelope.id, receipt: envelope.receipt }
}

/** The other revisions of the same juror's sheet, oldest first. */
export async function otherRevisions(db: Db, sheet: SheetTable): Promise<{ hash: string; revision: number }[]> {
  return db
    .selectFrom('sheets')
    .select(['hash', 'revision'])
    .where('sheet_id', '=', sheet.sheet_id)
    .where('oral_id', '=', sheet.oral_id)
    .where('juror_id', '=', sheet.juror_id)
    .where('hash', '!=', sheet.hash)
    .orderBy('revision')
    .execute()
}

/** Which of these envelopes this server does not have. */
export async function unknownEnvelopes(db: Db, envelopeIds: readonly string[]): Promise<string[]> {
  const held = await storedReceipts(db, envelopeIds)
  return envelopeIds.filter((id) => !held.has(id))
}
