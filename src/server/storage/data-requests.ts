import { type DataRequest, dataRequestSchema } from '#domain/data-request.ts'
import type { Db } from './engine.ts'
import type { DataRequestTable } from './schema.ts'

function readRow(row: DataRequestTable): DataRequest {
  const { outcome, reason, decided_at } = row
  return dataRequestSchema.parse({
    id: row.id,
    kind: row.kind,
    sessionId: row.session_id,
    candidateId: row.candidate_id,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    detail: row.detail,
    decision: outcome === null ? null : { outcome, reason, decidedAt: decided_at },
  })
}

export async function insertDataRequest(db: Db, request: Omit<DataRequest, 'decision'>): Promise<void> {
  await db
    .insertInto('data_requests')
    .values({
      id: request.id,
      kind: request.kind,
      session_id: request.sessionId,
      candidate_id: request.candidateId,
      received_on: request.receivedOn,
      due_on: request.dueOn,
      detail: request.detail,
      outcome: null,
      reason: null,
      decided_at: null,
    })
    .execute()
}

/** Every request, those that wait for an answer first, by the day it is due. */
export async function listDataRequests(db: Db): Promise<DataRequest[]> {
  const rows = (await db.selectFrom('data_requests').selectAll().orderBy('due_on').orderBy('id').execute()).map(readRow)
  return [...rows.filter(({ decision }) => decision === null), ...rows.filter(({ decision }) => decision !== null)]
}

export async function findDataRequest(db: Db, id: string): Promise<DataRequest | null> {
  const row = await db.selectFrom('data_requests').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? readRow(row) : null
}

export async function saveDataDecision(db: Db, id: string, decision: NonNullable<DataRequest['decision']>): Promise<void> {
  await db
    .updateTable('data_requests')
    .set({ outcome: decision.outcome, reason: decision.reason, decided_at: decision.decidedAt })
    .where('id', '=', id)
    .execute()
}

/** Empties the words of requests decided before a day; what was asked, when and the outcome stay. Counts requests. */
export async function eraseRequestWords(db: Db, before: string): Promise<number> {
  const rows = await db
    .updateTable('data_requests')
    .set({ detail: '', reason: '' })
    .where('decided_at', '<', before)
    .where((where) => where.or([where('detail', '!=', ''), where('reason', '!=', '')]))
    .returning('id')
    .execute()
  return rows.length
}
