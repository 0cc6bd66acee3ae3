import { afterEach, describe, expect, it } from 'vitest'
import { db } from '#device/db.ts'
import { exportEnvelopes, type OutboxSummary, watchOutbox } from '#device/outbox.ts'
import { type HeldEnvelopes, keepCarried, noteHandedOver, readHeld, watchHandedOver, watchHeld } from '#device/transfer/carried.ts'
import { readPli } from '#device/transfer/pli-file.ts'
import type { Envelope } from '#seal/envelope.ts'
import { someEnvelopes } from '../builders/an-envelope.ts'

afterEach(async () => {
  await Promise.all([db.envelopes.clear(), db.outbox.clear(), db.facts.clear()])
})

/** As signing leaves it, for a juror of this device. */
async function signedHere({ id, jwe }: Envelope, receipt: string | null = null): Promise<void> {
  await db.envelopes.add({ id, vaultId: 'vault', jwe })
  const row = { envelopeId: id, createdAt: Date.now(), byteLength: jwe.length, attempts: 0, nextAttemptAt: 0, receipt, refusal: null }
  await db.outbox.add({ origin: 'own', vaultId: 'vault', ...row })
}

function now<Value>(observable: { subscribe(next: (value: Value) => void): { unsubscribe(): void } }): Promise<Value> {
  return new Promise((resolve) => {
    const subscription = observable.subscribe((value) => {
      resolve(value)
      setTimeout(() => subscription.unsubscribe())
    })
  })
}

describe('envelopes carried for others', () => {
  it('are kept to be delivered, exactly as they came', async () => {
    const envelopes = await someEnvelopes(3)
    expect(await keepCarried(envelopes)).toEqual({ fresh: 3, known: 0, parcels: 0 })
    expect(await readHeld('waiting')).toEqual(expect.arrayContaining(envelopes))
    expect(
      await db.outbox
        .where('envelopeId')
        .anyOf(envelopes.map(({ id }) => id))
        .count(),
    ).toBe(3)
  })

  it('are kept once, whichever way and however often they come', async () => {
    const envelopes = await someEnvelopes(3)
    await keepCarried(envelopes.slice(0, 2))
    expect(await keepCarried(envelopes)).toEqual({ fresh: 1, known: 2, parcels: 0 })
    expect(await readHeld('all')).toHaveLength(3)
  })

  it('never take the place of a sheet signed here', async () => {
    const [mine] = await someEnvelopes(1)
    if (!mine) throw new Error('no envelope')
    await signedHere(mine)
    expect(await keepCarried([mine])).toEqual({ fresh: 0, known: 1, parcels: 0 })
    expect((await db.outbox.get(mine.id))?.origin).toBe('own')
  })

  it('are never counted as the sheets of a juror of this device', async () => {
    const [mine, theirs] = await someEnvelopes(2)
    if (!mine || !theirs) throw new Error('no envelopes')
    await signedHere(mine)
    await keepCarried([theirs])
    expect(await now<OutboxSummary>(watchOutbox())).toMatchObject({ waiting: 1, delivered: 0 })
    expect(await now<HeldEnvelopes>(watchHeld())).toEqual({ own: { waiting: 1, all: 1 }, carried: { waiting: 1, all: 1 } })
  })

  it('leave together with the own ones, those already received by the server only when asked for', async () => {
    const [delivered, waiting, theirs] = await someEnvelopes(3)
    if (!delivered || !waiting || !theirs) throw new Error('no envelopes')
    await keepCarried([theirs])
    await signedHere(delivered, 'receipt')
    await signedHere(waiting)
    expect(await readHeld('waiting')).toEqual([waiting, theirs])
    expect(await readHeld('all')).toHaveLength(3)
    const reading = await readPli(new Blob([(await exportEnvelopes()).text]))
    expect(reading.ok && reading.envelopes).toHaveLength(3)
  })
})

describe('the note of what was handed over', () => {
  it('is the last one, or none', async () => {
    expect(await now(watchHandedOver())).toBeNull()
    await noteHandedOver({ at: 1_000, count: 2, by: 'file' })
    await noteHandedOver({ at: 2_000, count: 12, by: 'qr' })
    expect(await now(watchHandedOver())).toEqual({ at: 2_000, count: 12, by: 'qr' })
  })
})
