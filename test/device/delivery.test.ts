import { describe, expect, it } from 'vitest'
import { MAX_ENVELOPES } from '#contract/delivery.ts'
import { db } from '#device/db.ts'
import { batchesOf, deliverOutbox } from '#device/deliver-outbox.ts'
import { settleResults } from '#device/delivery-results.ts'
import { deliveryState } from '#device/delivery-state.ts'
import { ASK_EVERY_MS } from '#device/held-check.ts'
import { keepResealing } from '#device/keep-resealing.ts'
import type { Notebook } from '#device/notebook.ts'
import { type OutboxSummary, watchOutbox } from '#device/outbox.ts'
import { resealDamaged } from '#device/reseal.ts'
import { retryDelayMs } from '#device/retry-delay.ts'
import { readWipeObstacles } from '#device/wipe.ts'
import { aLane, type TestLane } from './harness/a-lane.ts'
import { aNotebook, aSignedSheet, firstDay } from './harness/a-notebook.ts'
import type { Fault } from './harness/faults.ts'

/** A notebook with signed sheets; the envelopes other cases left behind are out of the way. */
async function aFullOutbox(lane: TestLane, ...oralIds: string[]): Promise<Notebook> {
  await db.outbox.clear()
  await db.facts.clear()
  const notebook = await aNotebook(lane)
  for (const oralId of oralIds) await aSignedSheet(notebook, oralId)
  return notebook
}

/** Changes one character of an envelope where it is stored. */
async function damage(envelopeId: string): Promise<void> {
  const envelope = await db.envelopes.get(envelopeId)
  if (!envelope) throw new Error('no envelope')
  await db.envelopes.put({ ...envelope, jwe: `${envelope.jwe.slice(0, -1)}${envelope.jwe.endsWith('A') ? 'B' : 'A'}` })
}

const states = async () => (await db.outbox.orderBy('createdAt').toArray()).map(deliveryState)
const deliver = (lane: TestLane) => deliverOutbox({ origin: lane.origin, onlyDue: false })

function summary(): Promise<OutboxSummary> {
  return new Promise((resolve, reject) => {
    const subscription = watchOutbox().subscribe((value) => {
      resolve(value)
      queueMicrotask(() => subscription.unsubscribe())
    }, reject)
  })
}

const HTML = { 'Content-Type': 'text/html' }

describe('delivery', () => {
  it('delivers with the notebook locked, and shows it once the receipt verifies', async () => {
    const lane = aLane()
    const notebook = await aFullOutbox(lane, 'o1', 'o2')
    const day = firstDay(notebook)
    expect((await day)[0]?.sheet?.delivery).toBe('waiting')
    expect(await summary()).toMatchObject({ waiting: 2, delivered: 0, lastTry: null })
    expect(await deliver(lane)).toBe('delivered')
    expect((await firstDay(notebook))[0]?.sheet?.delivery).toBe('delivered')
    notebook.lock()
    expect(await summary()).toMatchObject({ waiting: 0, delivered: 2, refused: [], lastTry: { outcome: 'delivered' } })
    expect(await db.envelopes.count()).toBeGreaterThanOrEqual(2)
    expect(await deliver(lane)).toBe('nothing')
  })

  it('does not believe a receipt signed by another key: the sheet still waits, and is delivered later', async () => {
    const lane = aLane()
    const notebook = await aFullOutbox(lane, 'o1')
    notebook.lock()
    await lane.fail({ kind: 'forgeReceipts' })
    expect(await deliver(lane)).toBe('wrongReceipt')
    expect(await states()).toEqual(['waiting'])
    expect(await deliver(lane)).toBe('delivered')
    expect(await states()).toEqual(['delivered'])
  })

  const failures: [string, Fault, string][] = [
    ['a Wi-Fi sign-in page answering 200', { kind: 'answer', status: 200, headers: HTML, body: '<html>Bienvenue</html>' }, 'captivePortal'],
    [
      'a Wi-Fi that redirects',
      { kind: 'answer', status: 302, headers: { Location: 'http://127.0.0.1:1/portail' }, body: '' },
      'captivePortal',
    ],
    ['JSON that is not of the contract', { kind: 'answer', status: 200, body: '{"ok":true}' }, 'captivePortal'],
    ['a proxy’s own refusal', { kind: 'answer', status: 403, headers: HTML, body: 'Interdit' }, 'captivePortal'],
    ['RFC 6585’s network sign-in', { kind: 'answer', status: 511, headers: HTML, body: '' }, 'captivePortal'],
    ['a server in trouble', { kind: 'answer', status: 503, body: '' }, 'serverError'],
    ['a connection cut before the server saw it', { kind: 'cutBefore' }, 'unreachable'],
    ['an answer lost after the server stored it', { kind: 'cutAfter' }, 'unreachable'],
    ['an answer cut in the middle', { kind: 'half' }, 'unreachable'],
    ['a server asking for patience', { kind: 'answer', status: 429, body: '' }, 'tooMany'],
  ]
  it.each(failures)('keeps waiting through %s, then delivers once', async (_name, fault, outcome) => {
    const lane = aLane()
    await aFullOutbox(lane, 'o1')
    await lane.fail(fault)
    expect(await deliver(lane)).toBe(outcome)
    expect(await states()).toEqual(['waiting'])
    const [row] = await db.outbox.toArray()
    expect(row).toMatchObject({ attempts: 1, receipt: null })
    expect(row?.nextAttemptAt).toBeGreaterThan(Date.now())
    expect(await summary()).toMatchObject({ waiting: 1, lastTry: { outcome } })
    expect(await deliverOutbox({ origin: lane.origin, onlyDue: true })).toBe('nothing')
    expect(await deliver(lane)).toBe('delivered')
  })

  it('obeys Retry-After even when asked to deliver now', async () => {
    const lane = aLane()
    await aFullOutbox(lane, 'o1')
    await lane.fail({ kind: 'answer', status: 429, headers: { 'Retry-After': '120' }, body: '' })
    const nowMs = Date.now()
    expect(await deliver(lane)).toBe('tooMany')
    const before = (await lane.requests()).length
    expect(await deliver(lane)).toBe('tooMany')
    expect((await lane.requests()).length).toBe(before)
    expect(await deliverOutbox({ origin: lane.origin, onlyDue: false, nowMs: () => nowMs + 125_000 })).toBe('delivered')
  })

  it('waits no longer than it ever would once a clock set a day ahead is right again', async () => {
    const lane = aLane()
    await aFullOutbox(lane, 'o1')
    const tomorrow = () => Date.now() + 24 * 60 * 60_000
    await lane.fail({ kind: 'answer', status: 503, body: '' })
    expect(await deliverOutbox({ origin: lane.origin, onlyDue: false, nowMs: tomorrow })).toBe('serverError')
    await lane.fail({ kind: 'answer', status: 429, headers: { 'Retry-After': '120' }, body: '' })
    expect(await deliverOutbox({ origin: lane.origin, onlyDue: true })).toBe('tooMany')
    await lane.fail({ kind: 'answer', status: 429, headers: { 'Retry-After': '120' }, body: '' })
    expect(await deliverOutbox({ origin: lane.origin, onlyDue: false, nowMs: tomorrow })).toBe('tooMany')
    expect(await deliverOutbox({ origin: lane.origin, onlyDue: true })).toBe('delivered')
  })

  it('splits what a proxy finds too large until it passes', async () => {
    const lane = aLane()
    await aFullOutbox(lane, 'o1', 'o2', 'o3')
    await lane.fail({ kind: 'answer', status: 413, headers: HTML, body: 'Too large' })
    expect(await deliver(lane)).toBe('delivered')
    const sent = (await lane.requests()).filter(({ path }) => path.endsWith('/envelopes')).map(({ envelopes }) => envelopes)
    expect(sent).toEqual([3, 2, 1])
  })

  it('keeps waiting for those an answer says nothing of', async () => {
    const lane = aLane()
    await aFullOutbox(lane, 'o1', 'o2')
    await lane.fail({ kind: 'firstResultOnly' })
    expect(await deliver(lane)).toBe('unreachable')
    expect(await states()).toEqual(['delivered', 'waiting'])
    expect(await deliver(lane)).toBe('delivered')
  })

  it('names a damaged envelope without sending it, and delivers the others', async () => {
    const lane = aLane()
    const notebook = await aFullOutbox(lane, 'o1', 'o2')
    const [first] = await db.outbox.orderBy('createdAt').toArray()
    if (!first) throw new Error('no row')
    await damage(first.envelopeId)
    await deliver(lane)
    expect(await states()).toEqual(['refused', 'delivered'])
    expect((await summary()).refused).toEqual([{ envelopeId: first.envelopeId, code: 'envelope-unreadable' }])
    expect((await firstDay(notebook))[0]?.sheet?.delivery).toBe('refused')
  })

  it('seals the sheet of a damaged envelope anew once the notebook is open, and says so', async () => {
    const lane = aLane()
    const notebook = await aFullOutbox(lane, 'o1', 'o2')
    const before = await db.outbox.orderBy('createdAt').toArray()
    const [first, second] = before
    if (!first || !second) throw new Error('no rows')
    await damage(first.envelopeId)
    await deliver(lane)
    expect(await states()).toEqual(['refused', 'delivered'])
    const stop = keepResealing(notebook)
    await expect.poll(states).toEqual(['waiting', 'delivered'])
    stop()
    expect(await deliver(lane)).toBe('delivered')
    expect(await summary()).toMatchObject({ delivered: 2, refused: [], resealed: 1 })
    expect((await firstDay(notebook))[0]?.sheet?.delivery).toBe('delivered')
    expect(await db.envelopes.bulkGet([first.envelopeId, second.envelopeId])).toEqual([
      undefined,
      expect.objectContaining({ id: second.envelopeId }),
    ])
    expect(await readWipeObstacles(notebook)).toEqual({ undelivered: 0, drafts: 0 })
    expect(await resealDamaged(notebook)).toBe(0)
  })

  it('does not seal anew what is intact, delivered, or no longer readable where it was signed', async () => {
    const lane = aLane()
    const notebook = await aFullOutbox(lane, 'o1', 'o2', 'o3')
    const rows = await db.outbox.orderBy('createdAt').toArray()
    const [intact, delivered, unreadable] = rows
    if (!intact || !delivered || !unreadable) throw new Error('no rows')
    await db.outbox.update(intact.envelopeId, { refusal: { code: 'envelope-unreadable', at: 0 } })
    await damage(delivered.envelopeId)
    await db.outbox.update(delivered.envelopeId, { receipt: 'un accusé' })
    await damage(unreadable.envelopeId)
    const [signed] = await db.signed.filter(({ envelopeId }) => envelopeId === unreadable.envelopeId).toArray()
    if (!signed) throw new Error('no signed row')
    const data = signed.sealed.data.slice()
    data[0] = (data[0] ?? 0) ^ 1
    await db.signed.put({ ...signed, sealed: { ...signed.sealed, data } })
    expect(await resealDamaged(notebook)).toBe(0)
    expect((await db.outbox.toArray()).map(({ envelopeId }) => envelopeId).sort()).toEqual(rows.map(({ envelopeId }) => envelopeId).sort())
  })

  it('asks anew for a receipt that was damaged on the device and proves nothing any more', async () => {
    const lane = aLane()
    await aFullOutbox(lane, 'o1', 'o2')
    expect(await deliver(lane)).toBe('delivered')
    const [row] = await db.outbox.orderBy('createdAt').toArray()
    if (!row?.receipt) throw new Error('no receipt')
    const { receipt } = row
    await db.outbox.put({ ...row, receipt: `${receipt.slice(0, -2)}${receipt.at(-2) === 'A' ? 'B' : 'A'}${receipt.slice(-1)}` })
    const later = Date.now() + ASK_EVERY_MS + 1
    expect(await deliverOutbox({ origin: lane.origin, onlyDue: false, nowMs: () => later })).toBe('delivered')
    expect(await db.outbox.get(row.envelopeId)).toMatchObject({ receipt })
    expect((await db.outbox.get(row.envelopeId))?.formerReceipt).toBeUndefined()
    const sent = (await lane.requests()).filter(({ path }) => path.endsWith('/envelopes')).map(({ envelopes }) => envelopes)
    expect(sent).toEqual([2, 1])
  })

  it('brings no row back that was wiped while its answer was on the way', async () => {
    const lane = aLane()
    await aFullOutbox(lane, 'o1', 'o2')
    const rows = await db.outbox.toArray()
    const [kept, wiped] = rows
    if (!kept || !wiped) throw new Error('no rows')
    await db.outbox.delete(wiped.envelopeId)
    await settleResults(rows, [], { nowMs: Date.now, random: () => 0 })
    expect((await db.outbox.toArray()).map(({ envelopeId, attempts }) => [envelopeId, attempts])).toEqual([[kept.envelopeId, 1]])
  })

  it('is one at a time: two tabs delivering together send each envelope once', async () => {
    const lane = aLane()
    await aFullOutbox(lane, 'o1', 'o2')
    expect((await Promise.all([deliver(lane), deliver(lane)])).sort()).toEqual(['delivered', 'nothing'])
    expect((await lane.requests()).filter(({ path }) => path.endsWith('/envelopes'))).toHaveLength(1)
  })
})

describe('batches and delays', () => {
  it('cut by count and by bytes', () => {
    const rows = (count: number, byteLength: number) => Array.from({ length: count }, () => ({ byteLength }))
    expect(batchesOf(rows(MAX_ENVELOPES * 2 + 1, 10)).map(({ length }) => length)).toEqual([MAX_ENVELOPES, MAX_ENVELOPES, 1])
    expect(batchesOf(rows(10, 1_900_000)).map(({ length }) => length)).toEqual([4, 4, 2])
    expect(batchesOf([])).toEqual([])
  })

  it('grow, spread out, and stay under five minutes', () => {
    expect(retryDelayMs(0, 0)).toBe(1_000)
    expect(retryDelayMs(3, 0.999)).toBeLessThanOrEqual(16_000)
    for (const attempts of [8, 100, 5_000]) expect(retryDelayMs(attempts, 0.5)).toBe(225_000)
  })
})
