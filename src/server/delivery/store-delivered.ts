import type { SignedSheet } from '#seal/envelope.ts'
import { sha256 } from '#seal/hash.ts'
import { signReceipt } from '#seal/receipt.ts'
import type { ServerContext } from '../context.ts'
import { insertInterestStatements } from '../storage/interests.ts'
import { appendAfter, type JournalEntry, lockJournal } from '../storage/journal.ts'
import { insertMinutes, insertMinutesEnvelopes, insertSignatures, signaturesOf, storedMinutesHashes } from '../storage/minutes.ts'
import { forgetRefusals } from '../storage/refusals.ts'
import type { MinutesSignatureTable, MinutesTable } from '../storage/schema.ts'
import { insertEnvelopes, insertSheets, sheetRow, storedHashes, storedReceipts } from '../storage/sheets.ts'
import { inTransaction, type Tx } from '../storage/transaction.ts'
import type { Delivered } from './check-envelope.ts'

/** An envelope whose content may be stored. */
export interface Accepted {
  id: string
  jwe: string
  delivered: Delivered
}

type MinutesDelivery = Extract<Delivered, { kind: 'minutes' }>
type InterestsDelivery = Extract<Delivered, { kind: 'interests' }>

/** An envelope with the journal's rows it makes: that it came, then each signature it brought. */
interface Plan {
  envelope: Accepted
  entries: JournalEntry[]
  signatures: MinutesSignatureTable[]
}

/** A planned envelope once its rows are in the journal. */
interface Recorded extends Plan {
  receipt: string
  journalIndex: number
}

/**
 * Stores what is new in one transaction, journal rows and receipts with it; gives the receipts by envelope id, after the commit. The
 * journal's lock is taken first and serialises deliveries, which is what makes "look whether it is stored, then store it" safe between
 * processes.
 */
export async function storeDelivered(context: ServerContext, accepted: readonly Accepted[]): Promise<Map<string, string>> {
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
    const plans = await planAll(tx, fresh, receivedAt)
    const rows = await appendAfter(
      tx,
      head,
      receivedAt,
      plans.flatMap((plan) => plan.entries),
    )
    const recorded: Recorded[] = []
    let place = 0
    for (const plan of plans) {
      const row = rows[place]
      if (!row) throw new Error('an envelope was left without a journal row')
      place += plan.entries.length
      recorded.push({ ...plan, journalIndex: row.index, receipt: await receiptFor(context, plan.envelope, receivedAt, row) })
    }
    await insertSheetsOf(tx, recorded, receivedAt)
    await insertMinutesOf(tx, recorded, receivedAt)
    await insertInterestsOf(tx, recorded, receivedAt)
    await forgetRefusals(
      tx,
      fresh.map((envelope) => envelope.id),
    )
    return new Map([...known, ...recorded.map(({ envelope, receipt }) => [envelope.id, receipt] as const)])
  })
  await announceSessions(
    storage,
    accepted.map(({ delivered }) => sessionOf(delivered)),
  )
  return receipts
}

/** Tells the open boards of these sessions that something has changed. */
export async function announceSessions(storage: ServerContext['storage'], sessionIds: readonly string[]): Promise<void> {
  await Promise.all([...new Set(sessionIds)].map((sessionId) => storage.announceChange(sessionId)))
}

function sessionOf(delivered: Delivered): string {
  if (delivered.kind === 'interests') return delivered.statement.sessionId
  return delivered.kind === 'sheet' ? delivered.signed.sheet.sessionId : delivered.sealed.minutes.session.id
}

function contentHash(delivered: Delivered): string {
  if (delivered.kind === 'interests') return delivered.hash
  return delivered.kind === 'sheet' ? delivered.signed.hash : delivered.sealed.hash
}

async function planAll(tx: Tx, fresh: readonly Accepted[], receivedAt: string): Promise<Plan[]> {
  const hashes = fresh.flatMap(({ delivered }) => (delivered.kind === 'minutes' ? [delivered.sealed.hash] : []))
  const known = new Set((await signaturesOf(tx, [...new Set(hashes)])).map(signatureKey))
  const plans: Plan[] = []
  for (const envelope of fresh) {
    const { delivered, id } = envelope
    if (delivered.kind === 'sheet') {
      plans.push({ envelope, entries: [sheetReceived(id, delivered.signed)], signatures: [] })
      continue
    }
    if (delivered.kind === 'interests') {
      plans.push({ envelope, entries: [interestsDeclared(id, delivered)], signatures: [] })
      continue
    }
    const signatures = newSignatures(delivered, known, receivedAt)
    const signed = await Promise.all(signatures.map((signature) => minutesSigned(sessionOf(delivered), signature)))
    plans.push({ envelope, entries: [minutesReceived(id, delivered), ...signed], signatures })
  }
  return plans
}

function signatureKey(row: Pick<MinutesSignatureTable, 'minutes_hash' | 'juror_id' | 'device_id'>): string {
  return JSON.stringify([row.minutes_hash, row.juror_id, row.device_id])
}

/** The signatures nobody brought before, noted as known from now on. */
function newSignatures({ sealed, signatures }: MinutesDelivery, known: Set<string>, receivedAt: string): MinutesSignatureTable[] {
  return signatures.flatMap(({ jurorId, keyId, detached }) => {
    const row = { minutes_hash: sealed.hash, juror_id: jurorId, device_id: keyId, detached, received_at: receivedAt }
    if (known.has(signatureKey(row))) return []
    known.add(signatureKey(row))
    return [row]
  })
}

function sheetReceived(envelopeId: string, { hash, sheet }: SignedSheet): JournalEntry {
  return {
    actor: `device:${sheet.deviceId}`,
    act: 'sheet-received',
    subject: { sessionId: sheet.sessionId, envelopeId, sheetHash: hash, sheetId: sheet.sheetId, revision: sheet.revision },
  }
}

function interestsDeclared(envelopeId: string, { hash, statement }: InterestsDelivery): JournalEntry {
  const { deviceId, sessionId, jurorId, declarations } = statement
  const links = declarations.filter(({ link }) => link !== null).length
  return {
    actor: `device:${deviceId}`,
    act: 'interests-declared',
    subject: { sessionId, envelopeId, statementHash: hash, jurorId, declared: declarations.length, links },
  }
}

function minutesReceived(envelopeId: string, { sealed, signatures }: MinutesDelivery): JournalEntry {
  const { session, panel, day, amends } = sealed.minutes
  return {
    actor: `device:${signatures[0]?.keyId ?? ''}`,
    act: 'minutes-received',
    subject: { sessionId: session.id, envelopeId, minutesHash: sealed.hash, panelId: panel.id, day, amends: amends?.hash ?? null },
  }
}

/** The journal's row of one signature, wherever it came from. */
export async function minutesSigned(sessionId: string, signature: MinutesSignatureTable): Promise<JournalEntry> {
  return {
    actor: `device:${signature.device_id}`,
    act: 'minutes-signed',
    subject: {
      sessionId,
      minutesHash: signature.minutes_hash,
      jurorId: signature.juror_id,
      deviceId: signature.device_id,
      signatureHash: await sha256(signature.detached),
    },
  }
}

function receiptFor(
  { secrets }: ServerContext,
  { id, delivered }: Accepted,
  receivedAt: string,
  row: { index: number; hash: string },
): Promise<string> {
  const receipt = {
    format: 'carnet-de-jury/receipt' as const,
    formatVersion: 1 as const,
    envelopeId: id,
    sheetHash: contentHash(delivered),
    receivedAt,
    journalIndex: row.index,
    journalHash: row.hash,
  }
  return signReceipt(receipt, secrets.signing.privateKey, secrets.signing.keyId)
}

/** A sheet sealed twice is stored once. */
async function insertSheetsOf(tx: Tx, recorded: readonly Recorded[], receivedAt: string): Promise<void> {
  const byHash = new Map<string, SignedSheet>()
  for (const { delivered } of recorded.map(({ envelope }) => envelope)) {
    if (delivered.kind === 'sheet') byHash.set(delivered.signed.hash, delivered.signed)
  }
  const known = await storedHashes(tx, [...byHash.keys()])
  const fresh = [...byHash.values()].filter(({ hash }) => !known.has(hash))
  await insertSheets(
    tx,
    fresh.map((signed) => sheetRow(signed, receivedAt)),
  )
  await insertEnvelopes(
    tx,
    recorded.flatMap(({ envelope, receipt }) =>
      envelope.delivered.kind === 'sheet'
        ? [{ id: envelope.id, jwe: envelope.jwe, sheet_hash: envelope.delivered.signed.hash, receipt, received_at: receivedAt }]
        : [],
    ),
  )
}

/** Minutes that come from several devices are stored once, with every signature that came. */
async function insertMinutesOf(tx: Tx, recorded: readonly Recorded[], receivedAt: string): Promise<void> {
  const rows = new Map<string, MinutesTable>()
  for (const { envelope, journalIndex } of recorded) {
    const { delivered } = envelope
    if (delivered.kind !== 'minutes' || rows.has(delivered.sealed.hash)) continue
    const { hash, text, minutes } = delivered.sealed
    rows.set(hash, {
      hash,
      session_id: minutes.session.id,
      panel_id: minutes.panel.id,
      day: minutes.day,
      text,
      amends: minutes.amends?.hash ?? null,
      origin: 'device',
      received_at: receivedAt,
      journal_index: journalIndex,
    })
  }
  const known = await storedMinutesHashes(tx, [...rows.keys()])
  await insertMinutes(
    tx,
    [...rows.values()].filter(({ hash }) => !known.has(hash)),
  )
  await insertSignatures(
    tx,
    recorded.flatMap(({ signatures }) => signatures),
  )
  await insertMinutesEnvelopes(
    tx,
    recorded.flatMap(({ envelope, receipt }) =>
      envelope.delivered.kind === 'minutes'
        ? [{ id: envelope.id, jwe: envelope.jwe, minutes_hash: envelope.delivered.sealed.hash, receipt, received_at: receivedAt }]
        : [],
    ),
  )
}

async function insertInterestsOf(tx: Tx, recorded: readonly Recorded[], receivedAt: string): Promise<void> {
  await insertInterestStatements(
    tx,
    recorded.flatMap(({ envelope, receipt }) => {
      const { id, delivered } = envelope
      if (delivered.kind !== 'interests') return []
      const { sessionId, deviceId, jurorId, at, declarations } = delivered.statement
      return [
        {
          envelope_id: id,
          receipt,
          session_id: sessionId,
          device_id: deviceId,
          juror_id: jurorId,
          jws: delivered.jws,
          stated_at: at,
          declarations: JSON.stringify(declarations),
          received_at: receivedAt,
        },
      ]
    }),
  )
}
