import type { Observable } from 'dexie'
import { z } from 'zod'
import type { Minutes } from '#domain/minutes.ts'
import type { Signature } from '#domain/sheet.ts'
import { freezeMinutes, readMinutes, type SealedMinutes, signMinutes } from '#seal/minutes.ts'
import {
  mergeSignatures,
  type SignedMinutes,
  sealSignedMinutes,
  signedMinutes,
  signedMinutesSchema,
  type VerifiedSignature,
  verifySignedMinutes,
} from '#seal/signed-minutes.ts'
import { requestBackgroundSync } from '../background-sync.ts'
import { type Clock, clock as pageClock } from '../clock.ts'
import { db, type PanelRow, rangeOf } from '../db.ts'
import { type DeliveryState, deliveryState } from '../delivery-state.ts'
import { DeviceError } from '../device-error.ts'
import { liveMapped } from '../live.ts'
import type { Notebook } from '../notebook.ts'
import { secretsOf } from '../open-notebook.ts'
import { withDatabase } from '../storage.ts'
import { signingKeyOf } from './panel-day.ts'
import { openPanelRow, panelRowsOf, readPanelRow, sealPanelRow } from './panel-rows.ts'

/** Frozen minutes on this device, with every signature that holds. */
export interface KeptMinutes extends SealedMinutes {
  signatures: VerifiedSignature[]
  /** How the newest copy sealed here for the server stands; null while none was. */
  delivery: DeliveryState | null
}

/** What is stored: the copy as it travels, and the envelope sealed of it last. */
const storedSchema = signedMinutesSchema.extend({ envelopeId: z.string().nullable() })

/** Freezes minutes: from here on only corrective minutes change what they say. Nothing leaves before a signature. */
export async function freezePanelMinutes(notebook: Notebook, minutes: Minutes): Promise<SealedMinutes> {
  const sealed = await freezeMinutes(minutes)
  const row = await sealPanelRow(notebook, 'minutes', sealed.hash, { ...signedMinutes(sealed, []), envelopeId: null })
  await withDatabase(() => db.panelRows.add(row))
  return sealed
}

/** Keeps minutes the server handed over, without any signature yet; nothing of them is to be delivered. Those already here stay as they are. */
export async function keepUnsigned(notebook: Notebook, minutes: SignedMinutes): Promise<void> {
  const sealed = await readMinutes(minutes.text)
  const row = await sealPanelRow(notebook, 'minutes', sealed.hash, { ...signedMinutes(sealed, []), envelopeId: null })
  await withDatabase(() =>
    db.transaction('rw', db.panelRows, async () => {
      if ((await db.panelRows.get([notebook.vaultId, 'minutes', sealed.hash])) === undefined) await db.panelRows.add(row)
    }),
  )
}

/** Takes frozen minutes back while nobody has signed them. Throws DeviceError `signed` afterwards. */
export async function unfreezeMinutes(notebook: Notebook, hash: string): Promise<void> {
  const stored = await readPanelRow(notebook, 'minutes', hash, storedSchema)
  if (stored !== null && stored.signatures.length > 0) throw new DeviceError('signed')
  await withDatabase(() => db.panelRows.delete([notebook.vaultId, 'minutes', hash]))
}

/** Signs minutes kept here with this device's key, and puts them in the outbox. Throws DeviceError `damaged` when they no longer open. */
export async function signKeptMinutes(
  notebook: Notebook,
  hash: string,
  signature: Signature,
  clock: Clock = pageClock,
): Promise<KeptMinutes> {
  const kept = await readKeptMinutes(notebook, hash)
  if (kept === null) throw new DeviceError('damaged')
  const signedAt = new Date(clock.now().wallMs).toISOString()
  const signer = { jurorId: notebook.juror.id, signature, signedAt }
  const detached = await signMinutes(kept, signer, secretsOf(notebook).signingKey, notebook.deviceId)
  await mergeKept(notebook, signedMinutes(kept, [detached]), clock)
  const signed = await readKeptMinutes(notebook, hash)
  if (signed === null) throw new DeviceError('damaged')
  return signed
}

/**
 * Brings verified signatures into what is kept of the same minutes (or keeps these, when new here). Each time the set grows it is sealed to the
 * server anew and waits in the outbox, in the same transaction; the server stores one set of minutes whichever device delivers. Resolves to
 * whether anything was new.
 */
export async function mergeKept(notebook: Notebook, brought: SignedMinutes, clock: Clock = pageClock): Promise<boolean> {
  const { sealed, verified } = await verifySignedMinutes(brought, async (jurorId, keyId) => signingKeyOf(notebook, jurorId, keyId))
  const genuine = signedMinutes(
    sealed,
    verified.map(({ detached }) => detached),
  )
  // Two tabs that take in two signatures at once must not each forget the other's.
  return navigator.locks.request(`cdj-minutes-${sealed.hash}`, () => mergeGenuine(notebook, sealed, genuine, clock))
}

async function mergeGenuine(notebook: Notebook, sealed: SealedMinutes, genuine: SignedMinutes, clock: Clock): Promise<boolean> {
  const stored = await readPanelRow(notebook, 'minutes', sealed.hash, storedSchema)
  const merged = stored === null ? mergeSignatures(genuine, genuine) : mergeSignatures(stored, genuine)
  if (stored !== null && merged.signatures.length === stored.signatures.length) return false
  const envelope = await sealSignedMinutes(signedMinutes(sealed, merged.signatures), secretsOf(notebook).serverKeys.sealing)
  const row = await sealPanelRow(notebook, 'minutes', sealed.hash, {
    ...signedMinutes(sealed, merged.signatures),
    envelopeId: envelope.id,
  })
  await storeMerged(notebook, row, envelope, clock)
  requestBackgroundSync()
  return true
}

async function storeMerged(notebook: Notebook, row: PanelRow, envelope: { id: string; jwe: string }, clock: Clock): Promise<void> {
  const { vaultId } = notebook
  await withDatabase(() =>
    db.transaction('rw', [db.panelRows, db.envelopes, db.outbox], async () => {
      await db.panelRows.put(row)
      await db.envelopes.add({ ...envelope, vaultId })
      await db.outbox.add({
        origin: 'own',
        vaultId,
        envelopeId: envelope.id,
        createdAt: clock.now().wallMs,
        byteLength: envelope.jwe.length,
        attempts: 0,
        nextAttemptAt: 0,
        receipt: null,
        refusal: null,
      })
    }),
  )
}

/** One set of minutes kept here, every signature verified now, or null. */
export async function readKeptMinutes(notebook: Notebook, hash: string): Promise<KeptMinutes | null> {
  const row = await withDatabase(() => db.panelRows.get([notebook.vaultId, 'minutes', hash]))
  return openKept(notebook, row)
}

/** All minutes kept here, the earliest day first, then in order of their end. One that no longer opens is left out and noted. */
export async function readAllMinutes(notebook: Notebook): Promise<KeptMinutes[]> {
  const rows = await panelRowsOf(notebook, 'minutes')
  const kept = await Promise.all(rows.map((row) => openKept(notebook, row)))
  return kept
    .filter((one) => one !== null)
    .sort((a, b) => a.minutes.day.localeCompare(b.minutes.day) || Date.parse(a.minutes.endedAt) - Date.parse(b.minutes.endedAt))
}

async function openKept(notebook: Notebook, row: PanelRow | undefined): Promise<KeptMinutes | null> {
  const stored = await openPanelRow(notebook, row, storedSchema)
  if (stored === null) return null
  const { sealed, verified } = await verifySignedMinutes(stored, async (jurorId, keyId) => signingKeyOf(notebook, jurorId, keyId))
  const { envelopeId } = stored
  const outbox = envelopeId === null ? undefined : await withDatabase(() => db.outbox.get(envelopeId))
  return { ...sealed, signatures: verified, delivery: outbox ? deliveryState(outbox) : null }
}

/** The minutes of a panel day that hold: those no other amends, the newest when there are several. Null when none is frozen. */
export function minutesInForce(all: readonly KeptMinutes[], panelId: string, day: string): KeptMinutes | null {
  const own = all.filter(({ minutes }) => minutes.panel.id === panelId && minutes.day === day)
  const amended = new Set(own.map(({ minutes }) => minutes.amends?.hash))
  return own.filter(({ hash }) => !amended.has(hash)).at(-1) ?? null
}

/** The same, kept up to date with every tab and with delivery. */
export function watchAllMinutes(notebook: Notebook): Observable<KeptMinutes[]> {
  return liveMapped(
    async () => [await rangeOf.panelKind(notebook.vaultId, 'minutes').toArray(), await db.outbox.toArray()],
    () => readAllMinutes(notebook),
  )
}
