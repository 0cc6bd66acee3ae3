import { heldResponseSchema, MAX_HELD_IDS } from '#contract/delivery.ts'
import { routePath } from '#contract/routes.ts'
import { callApi } from './api.ts'
import { db, type OutboxRow } from './db.ts'
import { unprovenRows } from './delivery-results.ts'
import { noteEvent } from './diagnostics.ts'
import { withDatabase } from './storage.ts'

/*
 * A server restored from an older backup has lost envelopes it gave receipts for. Every device still has its own: it asks from time to time
 * whether the server does too, and what the server no longer has waits again, to be delivered like the rest. Believing a wrong « no » costs one
 * more delivery, which is stored once; so the question needs no proof. The device looks at its own receipts at the same time: one damaged
 * where it is kept proves nothing any more, and is asked for again by the same way.
 */

/** Often enough for a restoration to be mended within the hour, seldom enough to cost nothing. */
export const ASK_EVERY_MS = 10 * 60_000

const FACT = 'heldCheckedAt'

/**
 * Asks which delivered envelopes the server still has. Resolves to how many of them wait again: 0 when it has all, when it was asked
 * recently, or when it did not answer; those whose receipt was damaged count too. Callers hold the delivery lock.
 */
export async function takeBackLost({ origin, nowMs }: { origin: string; nowMs: () => number }): Promise<number> {
  const at = nowMs()
  const last = await withDatabase(() => db.facts.get(FACT))
  if (typeof last?.value === 'number' && Math.abs(at - last.value) < ASK_EVERY_MS) return 0
  const delivered = (await withDatabase(() => db.outbox.toArray())).filter(({ receipt }) => receipt !== null)
  if (delivered.length === 0) return 0
  const damaged = await dropDamagedReceipts(delivered)
  let lost = damaged
  for (let start = 0; start < delivered.length; start += MAX_HELD_IDS) {
    const envelopeIds = delivered.slice(start, start + MAX_HELD_IDS).map(({ envelopeId }) => envelopeId)
    const answer = await callApi(origin, { method: 'POST', path: routePath('heldEnvelopes'), body: { envelopeIds } }, heldResponseSchema)
    // Offline, or a server too old to be asked: asked again at the next run.
    if (!answer.ok) return lost
    const missing = new Set(answer.data.missing)
    lost += await waitAgain(envelopeIds.filter((id) => missing.has(id)))
  }
  await withDatabase(() => db.facts.put({ name: FACT, value: at }))
  if (lost > damaged) noteEvent('serverLostEnvelopes', { count: lost - damaged })
  return lost
}

async function dropDamagedReceipts(delivered: readonly OutboxRow[]): Promise<number> {
  const damaged = await unprovenRows(delivered)
  if (damaged.length === 0) return 0
  noteEvent('receiptsDamaged', { count: damaged.length })
  await withDatabase(() =>
    db.outbox.bulkUpdate(damaged.map(({ envelopeId }) => ({ key: envelopeId, changes: { receipt: null, attempts: 0, nextAttemptAt: 0 } }))),
  )
  return damaged.length
}

/** The receipt was true and no longer is; it is kept aside as the proof that the server once had the envelope. */
async function waitAgain(envelopeIds: readonly string[]): Promise<number> {
  if (envelopeIds.length === 0) return 0
  return withDatabase(() =>
    db.transaction('rw', db.outbox, async () => {
      const rows = (await db.outbox.bulkGet([...envelopeIds])).filter((row) => row !== undefined && row.receipt !== null)
      const waiting = rows.flatMap((row) =>
        row?.receipt ? [{ ...row, receipt: null, formerReceipt: row.receipt, attempts: 0, nextAttemptAt: 0 }] : [],
      )
      await db.outbox.bulkPut(waiting)
      return waiting.length
    }),
  )
}
