import type { DeliveryResult } from '#contract/delivery.ts'
import type { ProblemCode } from '#contract/problems.ts'
import type { SignedSheet } from '#seal/envelope.ts'
import { sha256 } from '#seal/hash.ts'
import { signReceipt } from '#seal/receipt.ts'
import type { ServerContext } from '../context.ts'
import { problemDocument } from '../http/problem.ts'
import { type Device, findDevice } from '../storage/devices.ts'
import { appendAfter, lockJournal } from '../storage/journal.ts'
import { forgetRefusals, saveRefusals } from '../storage/refusals.ts'
import { findSession, type StoredSession } from '../storage/sessions.ts'
import { insertEnvelopes, insertSheets, sheetRow, storedHashes, storedReceipts } from '../storage/sheets.ts'
import { inTransaction } from '../storage/transaction.ts'
import { checkEnvelope, type DeliveryLookup } from './check-envelope.ts'

/** An envelope whose sheet may be stored. */
interface Accepted {
  id: string
  jwe: string
  signed: SignedSheet
}

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
 * transaction, then stored together: sheets, envelopes, journal rows and receipts in one commit. Only after that commit does a receipt
 * leave, so that what is acknowledged is on disk. The journal's lock is taken first and serialises deliveries, which is what makes
 * "look whether it is stored, then store it" safe between processes.
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
  await Promise.all(
    sent.map(async ({ id, jwe }) => {
      if (receipts.has(id)) return
      const checked = await checkEnvelope(jwe, secrets.openingKey, lookup)
      if (checked.ok) accepted.set(id, { id, jwe, signed: checked.signed })
      else {
        results.set(id, { outcome: 'refused', envelopeId: id, problem: problemDocument(checked.code) })
        if (checked.device) refused.push({ envelopeId: id, code: checked.code, device: checked.device })
      }
    }),
  )
  // In the order sent, whatever order the verifications ended in.
  const inOrder = [...new Set(sent.map((envelope) => envelope.id))].flatMap((id) => accepted.get(id) ?? [])
  await rememberRefused(context, refused)
  for (const [id, receipt] of await store(context, inOrder)) receipts.set(id, receipt)
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
  await announce(
    storage,
    refused.map(({ device }) => device.sessionId),
  )
}

async function announce(storage: ServerContext['storage'], sessionIds: readonly string[]): Promise<void> {
  await Promise.all([...new Set(sessionIds)].map((sessionId) => storage.announceChange(sessionId)))
}

/** Stores what is new in one transaction; gives the receipts by envelope id, after the commit. */
async function store(context: ServerContext, accepted: readonly Accepted[]): Promise<Map<string, string>> {
  if (accepted.length === 0) return new Map()
  const { storage, now } = context
  const receipts = await inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const known = await storedReceipts(
      tx,
      accepted.map((envelope) => envelope.id),
    )
    const fresh = accepted.filter((envelope) => !known.has(envelope.id))
    if (fresh.length === 0) return known
    const receivedAt = now().toISOString()
    const rows = await appendAfter(
      tx,
      head,
      receivedAt,
      fresh.map(({ id, signed: { hash, sheet } }) => ({
        actor: `device:${sheet.deviceId}`,
        act: 'sheet-received',
        subject: { sessionId: sheet.sessionId, envelopeId: id, sheetHash: hash, sheetId: sheet.sheetId, revision: sheet.revision },
      })),
    )
    const signed = await Promise.all(
      fresh.map(async (envelope, place) => {
        const row = rows[place]
        if (!row) throw new Error('an envelope was left without a journal row')
        return { envelope, receipt: await receiptFor(context, envelope, receivedAt, row) }
      }),
    )
    await insertSheets(tx, await newSheetRows(tx, fresh, receivedAt))
    await insertEnvelopes(
      tx,
      signed.map(({ envelope, receipt }) => ({
        id: envelope.id,
        jwe: envelope.jwe,
        sheet_hash: envelope.signed.hash,
        receipt,
        received_at: receivedAt,
      })),
    )
    await forgetRefusals(
      tx,
      fresh.map((envelope) => envelope.id),
    )
    return new Map([...known, ...signed.map(({ envelope, receipt }) => [envelope.id, receipt] as const)])
  })
  await announce(
    storage,
    accepted.map(({ signed }) => signed.sheet.sessionId),
  )
  return receipts
}

function receiptFor(
  { secrets }: ServerContext,
  envelope: Accepted,
  receivedAt: string,
  row: { index: number; hash: string },
): Promise<string> {
  const receipt = {
    format: 'carnet-de-jury/receipt' as const,
    formatVersion: 1 as const,
    envelopeId: envelope.id,
    sheetHash: envelope.signed.hash,
    receivedAt,
    journalIndex: row.index,
    journalHash: row.hash,
  }
  return signReceipt(receipt, secrets.signing.privateKey, secrets.signing.keyId)
}

/** A sheet sealed twice is stored once. */
async function newSheetRows(tx: Parameters<typeof storedHashes>[0], fresh: readonly Accepted[], receivedAt: string) {
  const byHash = new Map(fresh.map(({ signed }) => [signed.hash, signed]))
  const known = await storedHashes(tx, [...byHash.keys()])
  return [...byHash.values()].filter(({ hash }) => !known.has(hash)).map((signed) => sheetRow(signed, receivedAt))
}

/** Looks each device and session up once a request. */
function cachedLookup({ storage }: ServerContext): DeliveryLookup {
  const devices = new Map<string, Promise<Device | null>>()
  const sessions = new Map<string, Promise<StoredSession | null>>()
  return {
    device: (id) => remember(devices, id, () => findDevice(storage.db, id)),
    session: (id) => remember(sessions, id, () => findSession(storage.db, id)),
  }
}

function remember<Value>(cache: Map<string, Promise<Value>>, key: string, load: () => Promise<Value>): Promise<Value> {
  const found = cache.get(key) ?? load()
  cache.set(key, found)
  return found
}
