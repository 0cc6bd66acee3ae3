import type { Db } from './engine.ts'
import type { MinutesEnvelopeTable, MinutesSignatureTable, MinutesTable } from './schema.ts'

/** Minutes of one session in the order received. */
export async function sessionMinutes(db: Db, sessionId: string): Promise<MinutesTable[]> {
  return db.selectFrom('minutes').selectAll().where('session_id', '=', sessionId).orderBy('received_at').orderBy('journal_index').execute()
}

export async function findMinutes(db: Db, hash: string): Promise<MinutesTable | null> {
  return (await db.selectFrom('minutes').selectAll().where('hash', '=', hash).executeTakeFirst()) ?? null
}

/** Which of these minutes are stored already. */
export async function storedMinutesHashes(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await db.selectFrom('minutes').select('hash').where('hash', 'in', hashes).execute()
  return new Set(rows.map((row) => row.hash))
}

/** The signatures of these minutes, in the order received. */
export async function signaturesOf(db: Db, hashes: readonly string[]): Promise<MinutesSignatureTable[]> {
  if (hashes.length === 0) return []
  return db
    .selectFrom('minutes_signatures')
    .selectAll()
    .where('minutes_hash', 'in', hashes)
    .orderBy('received_at')
    .orderBy('juror_id')
    .orderBy('device_id')
    .execute()
}

export async function insertMinutes(db: Db, rows: readonly MinutesTable[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('minutes').values(rows).execute()
}

export async function insertSignatures(db: Db, rows: readonly MinutesSignatureTable[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('minutes_signatures').values(rows).execute()
}

export async function insertMinutesEnvelopes(db: Db, rows: readonly MinutesEnvelopeTable[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('minutes_envelopes').values(rows).execute()
}

/** The receipts of the envelopes these minutes came in. */
export async function minutesReceipts(db: Db, hash: string): Promise<{ envelopeId: string; receipt: string }[]> {
  const rows = await db
    .selectFrom('minutes_envelopes')
    .select(['id', 'receipt'])
    .where('minutes_hash', '=', hash)
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, receipt }) => ({ envelopeId: id, receipt }))
}
