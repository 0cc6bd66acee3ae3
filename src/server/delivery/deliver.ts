import type { DeliveryResult } from '#contract/delivery.ts'
import type { ProblemCode } from '#contract/problems.ts'
import { sha256 } from '#seal/hash.ts'
import type { ServerContext } from '../context.ts'
import { problemDocument } from '../http/problem.ts'
import { type CalibrationPlace, findCalibrationPlace } from '../storage/calibrations.ts'
import { type Device, findDevice } from '../storage/devices.ts'
import { saveRefusals } from '../storage/refusals.ts'
import { findSession, type StoredSession } from '../storage/sessions.ts'
import { storedReceipts } from '../storage/sheets.ts'
import { checkEnvelope } from './check-envelope.ts'
import type { DeliveryLookup } from './delivery-lookup.ts'
import { type Accepted, announceSessions, storeDelivered } from './store-delivered.ts'

/** An envelope refused to an enrolled device. */
interface Refused {
  envelopeId: string
  code: ProblemCode
  device: Device
}

/**
 * Takes a batch of envelopes: one answer each, in order.
 *
 * Envelopes seen before are answered their stored receipt at once. The others are opened and verified side by side, outside any
 * transaction, then stored together (store-delivered.ts). Only after that commit does a receipt leave, so that what is acknowledged is on
 * disk.
 */
export async function deliver(context: ServerContext, envelopes: readonly string[]): Promise<DeliveryResult[]> {
  const { storage, secrets } = context
  const sent = await Promise.all(envelopes.map(async (jwe) => ({ id: await sha256(jwe), jwe })))
  const receipts = await storedReceipts(
    storage.db,
    sent.map((envelope) => envelope.id),
  )
  const lookup = cachedLookup(context)
  const results = new Map<string, DeliveryResult>()
  const accepted = new Map<string, Accepted>()
  const refused: Refused[] = []
  // Twins of one batch are checked once, and refused once.
  const distinct = [...new Map(sent.map((envelope) => [envelope.id, envelope])).values()]
  await Promise.all(
    distinct.map(async ({ id, jwe }) => {
      if (receipts.has(id)) return
      const checked = await checkEnvelope(jwe, secrets.openingKey, lookup)
      if (checked.ok) accepted.set(id, { id, jwe, delivered: checked.delivered })
      else {
        results.set(id, { outcome: 'refused', envelopeId: id, problem: problemDocument(checked.code) })
        if (checked.device) refused.push({ envelopeId: id, code: checked.code, device: checked.device })
      }
    }),
  )
  // In the order sent, whatever order the verifications ended in.
  const inOrder = distinct.flatMap(({ id }) => accepted.get(id) ?? [])
  await rememberRefused(context, refused)
  for (const [id, receipt] of await storeDelivered(context, inOrder)) receipts.set(id, receipt)
  for (const [id, receipt] of receipts) results.set(id, { outcome: 'stored', envelopeId: id, receipt })
  return sent.map(({ id }) => {
    const result = results.get(id)
    if (!result) throw new Error('an envelope was left without an answer')
    return result
  })
}

/** The desk shows them; nothing of their content is kept. */
async function rememberRefused({ storage, now }: ServerContext, refused: readonly Refused[]): Promise<void> {
  const at = now().toISOString()
  await saveRefusals(
    storage.db,
    refused.map(({ envelopeId, code, device }) => ({
      envelope_id: envelopeId,
      session_id: device.sessionId,
      device_id: device.id,
      code,
      at,
    })),
  )
  await announceSessions(
    storage,
    refused.map(({ device }) => device.sessionId),
  )
}

/** Looks each device and session up once a request. */
function cachedLookup({ storage }: ServerContext): DeliveryLookup {
  const devices = new Map<string, Promise<Device | null>>()
  const sessions = new Map<string, Promise<StoredSession | null>>()
  const calibrations = new Map<string, Promise<CalibrationPlace | null>>()
  return {
    device: (id) => remember(devices, id, () => findDevice(storage.db, id)),
    session: (id) => remember(sessions, id, () => findSession(storage.db, id)),
    calibration: (id) => remember(calibrations, id, () => findCalibrationPlace(storage.db, id)),
  }
}

function remember<Value>(cache: Map<string, Promise<Value>>, key: string, load: () => Promise<Value>): Promise<Value> {
  const found = cache.get(key) ?? load()
  cache.set(key, found)
  return found
}
