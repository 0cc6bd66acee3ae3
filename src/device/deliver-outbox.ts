import { type DeliveryRequest, deliveryResponseSchema, MAX_BODY_BYTES, MAX_ENVELOPES } from '#contract/delivery.ts'
import type { ProblemCode } from '#contract/problems.ts'
import { routePath } from '#contract/routes.ts'
import { sha256 } from '#seal/hash.ts'
import { type ApiFailure, callApi } from './api.ts'
import { registerCarried } from './carried-enrolments.ts'
import { db, type OutboxRow } from './db.ts'
import { deliverWipes } from './deliver-wipes.ts'
import { type DeliveryOutcome, readHeldUntil, writeHeldUntil, writeLastTry } from './delivery-facts.ts'
import { type ReceiptCheck, settleResults } from './delivery-results.ts'
import { noteEvent } from './diagnostics.ts'
import { takeBackLost } from './held-check.ts'
import { restoreEnrolments } from './restore-enrolments.ts'
import { MAX_HOLD_MS, REFUSED_DELAY_MS, remainingMs, retryDelayMs } from './retry-delay.ts'
import { withDatabase } from './storage.ts'

export type { DeliveryOutcome } from './delivery-facts.ts'

/*
 * Delivery, the same code in a page and in the service worker, one at a time by a Web Lock. It needs no passphrase: envelopes are sealed,
 * and the keys that verify receipts are public. A row changes only when a verified receipt or a refusal for it came back; whatever else
 * happens to a request, its envelopes still wait, and sending one again is sending it once. Nothing is ever deleted here.
 */

const DELIVERY_LOCK = 'cdj-delivery'

export interface DeliveryOptions {
  origin: string
  /** True: only what is due by its backoff. False: all that waits (a person asked, or the network has come back). */
  onlyDue: boolean
  nowMs?: () => number
  random?: () => number
}

interface Run {
  origin: string
  onlyDue: boolean
  nowMs: () => number
  random: () => number
}

/**
 * Delivers what waits. `nothing`: nothing was to be sent. `delivered`: every envelope sent has its verified receipt. `refused`: the server
 * refused some. `wrongReceipt`: answers the pinned server did not sign; those sheets still wait. Otherwise why the server was not reached.
 */
export async function deliverOutbox(options: DeliveryOptions): Promise<DeliveryOutcome> {
  const run: Run = { nowMs: Date.now, random: Math.random, ...options }
  return navigator.locks.request(DELIVERY_LOCK, async () => {
    const outcome = await deliverAll(run)
    if (outcome !== 'nothing') {
      await withDatabase(() => writeLastTry({ at: run.nowMs(), outcome }))
      noteEvent('delivery', { outcome })
    }
    return outcome
  })
}

/** Notebooks the server does not know yet first, then what waits, then what the server turns out to have lost. */
async function deliverAll(run: Run): Promise<DeliveryOutcome> {
  await registerCarried(run.origin)
  const outcome = await deliverKnown(run)
  if (!ORDER.includes(outcome)) return outcome
  await deliverWipes(run)
  const lost = await takeBackLost(run)
  return lost === 0 ? outcome : worse(outcome, await deliverKnown(run))
}

/** What waits; once more when the server had forgotten this device and knows it again. */
async function deliverKnown(run: Run): Promise<DeliveryOutcome> {
  const outcome = await deliverWaiting(run)
  if (outcome !== 'refused') return outcome
  return (await restoreEnrolments(run.origin)) > 0 ? deliverWaiting(run) : outcome
}

async function deliverWaiting(run: Run): Promise<DeliveryOutcome> {
  const rows = await waitingRows(run)
  if (rows.length === 0) return 'nothing'
  if (remainingMs(await withDatabase(readHeldUntil), run.nowMs(), MAX_HOLD_MS) > 0) return 'tooMany'
  let worst: DeliveryOutcome = 'nothing'
  for (const batch of batchesOf(rows)) {
    const result = await deliverBatch(batch, run)
    worst = worse(worst, result.outcome)
    if (result.stop) return worst
  }
  return worst
}

/** Oldest first. */
async function waitingRows({ onlyDue, nowMs }: Run): Promise<OutboxRow[]> {
  const rows = await withDatabase(() => db.outbox.orderBy('createdAt').toArray())
  return rows.filter((row) => row.receipt === null && (!onlyDue || remainingMs(row.nextAttemptAt, nowMs(), REFUSED_DELAY_MS) === 0))
}

/** Cuts rows into requests the contract takes: by count, and by bytes with room for the JSON around. */
export function batchesOf<Row extends { byteLength: number }>(rows: readonly Row[]): Row[][] {
  const batches: Row[][] = []
  let batch: Row[] = []
  let bytes = 0
  for (const row of rows) {
    const rowBytes = row.byteLength + 8
    if (batch.length > 0 && (batch.length >= MAX_ENVELOPES || bytes + rowBytes > MAX_BODY_BYTES - 1_024)) {
      batches.push(batch)
      batch = []
      bytes = 0
    }
    batch.push(row)
    bytes += rowBytes
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}

interface BatchResult {
  outcome: DeliveryOutcome
  /** The server was not reached, or asked to be left alone: the rest would fail too. */
  stop: boolean
}

const ORDER: readonly DeliveryOutcome[] = ['nothing', 'delivered', 'refused', 'tooLarge', 'wrongReceipt']

function worse(a: DeliveryOutcome, b: DeliveryOutcome): DeliveryOutcome {
  const rank = (outcome: DeliveryOutcome) => (ORDER.includes(outcome) ? ORDER.indexOf(outcome) : ORDER.length)
  return rank(b) > rank(a) ? b : a
}

async function deliverBatch(rows: readonly OutboxRow[], run: Run): Promise<BatchResult> {
  const intact = await intactEnvelopes(rows, run)
  if (intact.length === 0) return { outcome: 'refused', stop: false }
  const body: DeliveryRequest = { envelopes: intact.map(({ jwe }) => jwe) }
  const answer = await callApi(run.origin, { method: 'POST', path: routePath('deliver'), body }, deliveryResponseSchema)
  const sent = intact.map(({ row }) => row)
  if (!answer.ok) return handleFailure(answer, sent, run)
  const checks = await settleResults(sent, answer.data.results, run)
  return { outcome: outcomeOf(checks), stop: false }
}

function outcomeOf(checks: readonly ReceiptCheck[]): DeliveryOutcome {
  if (checks.includes('wrongReceipt')) return 'wrongReceipt'
  if (checks.includes('missing')) return 'unreachable'
  return checks.includes('refused') ? 'refused' : 'delivered'
}

async function handleFailure(failure: ApiFailure, rows: readonly OutboxRow[], run: Run): Promise<BatchResult> {
  const code = failure.code === 'problem' ? failure.problem.code : failure.code
  const aboutSize = code === 'tooLarge' || code === 'body-too-large' || code === 'invalid-request'
  if (aboutSize && rows.length > 1) return deliverHalves(rows, run)
  if (failure.code === 'problem' || failure.code === 'tooLarge') {
    await refuse(rows, failure.code === 'problem' ? failure.problem.code : 'body-too-large', run)
    return { outcome: failure.code === 'tooLarge' ? 'tooLarge' : 'refused', stop: false }
  }
  await postpone(rows, failure.retryAfterMs, run)
  return { outcome: failure.code, stop: true }
}

/** One envelope too large, or one the server can't read at all, must not keep the others from being delivered. */
async function deliverHalves(rows: readonly OutboxRow[], run: Run): Promise<BatchResult> {
  const middle = Math.ceil(rows.length / 2)
  const first = await deliverBatch(rows.slice(0, middle), run)
  if (first.stop) return first
  const second = await deliverBatch(rows.slice(middle), run)
  return { outcome: worse(first.outcome, second.outcome), stop: second.stop }
}

/** The envelopes whose bytes still are what their id says; the others are refused here, by name, and never sent. */
async function intactEnvelopes(rows: readonly OutboxRow[], run: Run): Promise<{ row: OutboxRow; jwe: string }[]> {
  const stored = await withDatabase(() => db.envelopes.bulkGet(rows.map(({ envelopeId }) => envelopeId)))
  const intact: { row: OutboxRow; jwe: string }[] = []
  const damaged: OutboxRow[] = []
  for (const [index, row] of rows.entries()) {
    const jwe = stored[index]?.jwe
    if (jwe !== undefined && (await sha256(jwe)) === row.envelopeId) intact.push({ row, jwe })
    else damaged.push(row)
  }
  if (damaged.length > 0) {
    noteEvent('envelopeDamaged', { count: damaged.length })
    await refuse(damaged, 'envelope-unreadable', run)
  }
  return intact
}

async function refuse(rows: readonly OutboxRow[], code: ProblemCode, { nowMs }: Run): Promise<void> {
  const at = nowMs()
  await updateRows(rows, (row) => ({ attempts: row.attempts + 1, nextAttemptAt: at + REFUSED_DELAY_MS, refusal: { code, at } }))
}

async function postpone(rows: readonly OutboxRow[], retryAfterMs: number | null, { nowMs, random }: Run): Promise<void> {
  const at = nowMs()
  await updateRows(rows, (row) => ({ attempts: row.attempts + 1, nextAttemptAt: at + retryDelayMs(row.attempts, random()) }))
  if (retryAfterMs !== null) await withDatabase(() => writeHeldUntil(at + Math.min(retryAfterMs, MAX_HOLD_MS)))
}

async function updateRows(
  rows: readonly OutboxRow[],
  change: (row: OutboxRow) => Pick<OutboxRow, 'attempts' | 'nextAttemptAt'> & Partial<Pick<OutboxRow, 'refusal'>>,
): Promise<void> {
  await withDatabase(() => db.outbox.bulkUpdate(rows.map((row) => ({ key: row.envelopeId, changes: change(row) }))))
}
