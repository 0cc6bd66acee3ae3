import { liveQuery, type Observable } from 'dexie'
import { z } from 'zod'
import type { PliEnvelope } from '#contract/pli.ts'
import { claimedSealedType } from '#seal/sealed.ts'
import { db, type OutboxRow } from '../db.ts'
import { withDatabase } from '../storage.ts'

/*
 * Peer witness: sealed envelopes of other devices kept here. They are ciphertext for the server, so whoever carries them cannot read them.
 * They leave by the same delivery as this device's own, and the server stores any copy once.
 */

/** What a transfer offers to send: only what no verified receipt covers yet, or everything the device holds. */
export type TransferScope = 'waiting' | 'all'

interface Count {
  waiting: number
  all: number
}

/** What this device holds: signed here, and carried for others. `waiting` have no verified receipt. */
export interface HeldEnvelopes {
  own: Count
  carried: Count
}

/** Counted anew at each change, notebooks locked or not. */
export function watchHeld(): Observable<HeldEnvelopes> {
  return liveQuery(async () => {
    const rows = await db.outbox.toArray()
    const count = (origin: OutboxRow['origin']): Count => {
      const some = rows.filter((row) => row.origin === origin)
      return { waiting: some.filter(({ receipt }) => receipt === null).length, all: some.length }
    }
    return { own: count('own'), carried: count('carried') }
  })
}

/** The envelopes to hand over, oldest first, the device's own before those it carries. */
export async function readHeld(scope: TransferScope): Promise<PliEnvelope[]> {
  const rows = await withDatabase(() => db.outbox.orderBy('createdAt').toArray())
  const wanted = rows.filter(({ receipt }) => scope === 'all' || receipt === null)
  const ordered = [...wanted.filter(({ origin }) => origin === 'own'), ...wanted.filter(({ origin }) => origin === 'carried')]
  const stored = await withDatabase(() => db.envelopes.bulkGet(ordered.map(({ envelopeId }) => envelopeId)))
  return stored.flatMap((row) => (row === undefined ? [] : [{ id: row.id, jwe: row.jwe }]))
}

export interface KeptCount {
  fresh: number
  /** Already on this device, its own ones included. */
  known: number
  /** Not kept: for the deliberation's own screen. */
  parcels: number
}

/**
 * Keeps checked envelopes (check-envelopes.ts) to be delivered; a panel's parcels are for a juror's device (deliberation/take.ts), the server could
 * not open them, and they are left aside. Resolves once they are on disk. Rejects with DeviceError `quota`, `databaseClosed`… */
export async function keepCarried(brought: readonly PliEnvelope[], nowMs: number = Date.now()): Promise<KeptCount> {
  const envelopes = brought.filter(({ jwe }) => !isPanelParcel(jwe))
  return withDatabase(() =>
    db.transaction('rw', db.envelopes, db.outbox, async () => {
      const known = await db.envelopes.bulkGet(envelopes.map(({ id }) => id))
      const fresh = envelopes.filter((_envelope, index) => known[index] === undefined)
      await db.envelopes.bulkAdd(fresh.map(({ id, jwe }) => ({ id, vaultId: null, jwe })))
      await db.outbox.bulkAdd(fresh.map((envelope) => carriedRow(envelope, nowMs)))
      return { fresh: fresh.length, known: envelopes.length - fresh.length, parcels: brought.length - envelopes.length }
    }),
  )
}

/** True for what only a co-juror's device opens. */
export function isPanelParcel(jwe: string): boolean {
  return claimedSealedType(jwe) === 'cdj-panel+jwe'
}

function carriedRow({ id, jwe }: PliEnvelope, nowMs: number): OutboxRow {
  return {
    origin: 'carried',
    vaultId: null,
    envelopeId: id,
    createdAt: nowMs,
    byteLength: jwe.length,
    attempts: 0,
    nextAttemptAt: nowMs,
    receipt: null,
    refusal: null,
  }
}

const HANDED_OVER = 'transferHandedOver'

/** A note for the person only: what they say they gave, and when. It proves nothing: only a receipt does. */
const handedOverSchema = z.object({ at: z.number(), count: z.number(), by: z.enum(['qr', 'file']) })
export type HandedOver = z.infer<typeof handedOverSchema>

export async function noteHandedOver(note: HandedOver): Promise<void> {
  await withDatabase(() => db.facts.put({ name: HANDED_OVER, value: note }))
}

/** The last note, or null. */
export function watchHandedOver(): Observable<HandedOver | null> {
  return liveQuery(async () => {
    const row = await db.facts.get(HANDED_OVER)
    const parsed = handedOverSchema.safeParse(row?.value)
    return parsed.success ? parsed.data : null
  })
}
