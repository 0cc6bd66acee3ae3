import { liveQuery, type Observable } from 'dexie'
import type { ProblemCode } from '#contract/problems.ts'
import { db, type OutboxRow } from './db.ts'
import type { DeliveryOutcome } from './deliver-outbox.ts'
import { readLastTry } from './delivery-facts.ts'
import { deliveryState } from './delivery-state.ts'
import { withDatabase } from './storage.ts'

/** Computed from the rows at each change, never remembered. */
export interface OutboxSummary {
  waiting: number
  delivered: number
  refused: { envelopeId: string; code: ProblemCode }[]
  /** How many of all these hold minutes; the others hold a sheet each, or what the juror declares of their links. */
  minutes: number
  /** How many were sealed anew because the device had damaged their envelope. */
  resealed: number
  lastTry: { at: number; outcome: DeliveryOutcome } | null
}

/** What waits, what is delivered: of one notebook, or of all on the device. Envelopes carried for other devices are not counted. */
export function watchOutbox(vaultId?: string): Observable<OutboxSummary> {
  return liveQuery(async () => {
    const rows = await db.outbox.orderBy('createdAt').toArray()
    const own = rows.filter((row) => row.origin === 'own' && (vaultId === undefined || row.vaultId === vaultId))
    const sheets = await db.signed
      .where('envelopeId')
      .anyOf(own.map(({ envelopeId }) => envelopeId))
      .count()
    return {
      ...countStates(own),
      minutes: own.filter(({ content }) => content === undefined).length - sheets,
      resealed: own.filter(({ resealed }) => resealed).length,
      lastTry: await readLastTry(),
    }
  })
}

function countStates(rows: readonly OutboxRow[]): Pick<OutboxSummary, 'waiting' | 'delivered' | 'refused'> {
  const inState = (state: string) => rows.filter((row) => deliveryState(row) === state)
  return {
    waiting: inState('waiting').length,
    delivered: inState('delivered').length,
    refused: rows.flatMap(({ envelopeId, receipt, refusal }) =>
      receipt === null && refusal !== null ? [{ envelopeId, code: refusal.code }] : [],
    ),
  }
}

/**
 * A `.pli` file of sealed envelopes, to carry by hand: those of one notebook, or all. They stay in the outbox; any copy, whoever delivers
 * it, is stored once. Works locked: what is in the file only the server can open.
 */
export async function exportEnvelopes(vaultId?: string): Promise<{ fileName: string; text: string; count: number }> {
  const rows = await withDatabase(() => db.outbox.orderBy('createdAt').toArray())
  const ids = rows.filter((row) => vaultId === undefined || row.vaultId === vaultId).map(({ envelopeId }) => envelopeId)
  const stored = await withDatabase(() => db.envelopes.bulkGet(ids))
  const envelopes = stored.filter((row) => row !== undefined).map(({ id, jwe }) => ({ id, jwe }))
  // Only here: what reads and writes files is no part of the room's first load.
  const { pliFileName, writePli } = await import('./transfer/pli-file.ts')
  return { fileName: pliFileName(new Date()), text: writePli(envelopes), count: envelopes.length }
}
