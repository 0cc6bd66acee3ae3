import type { JournalRow } from '#domain/journal.ts'
import { readMinutes } from '#seal/minutes.ts'
import { type Attestation, type ProofBundle, proofBundleSchema } from '#seal/proof-bundle.ts'
import { signJson } from '#seal/signed.ts'
import type { ServerContext } from '../context.ts'
import { type Device, findDevice } from '../storage/devices.ts'
import { readJournal } from '../storage/journal.ts'
import { findMinutes, minutesReceipts, signaturesOf } from '../storage/minutes.ts'
import { findSession } from '../storage/sessions.ts'
import { findSheet } from '../storage/sheets.ts'

/**
 * Everything that proves these minutes to somebody without this server; null when there are none. With `includeSheets`, the jurors' signed
 * sheets are in it, hence all they noted.
 */
export async function proofOf(context: ServerContext, hash: string, includeSheets: boolean): Promise<ProofBundle | null> {
  const { storage, secrets } = context
  const row = await findMinutes(storage.db, hash)
  if (!row) return null
  const signatures = await signaturesOf(storage.db, [hash])
  const { minutes } = await readMinutes(row.text)
  const sheetHashes = minutes.decisions.flatMap(({ sheets }) => sheets.map((sheet) => sheet.hash))
  const sheets = includeSheets ? (await Promise.all(sheetHashes.map((sheetHash) => provenSheet(context, sheetHash)))).flat() : []
  const devices = await devicesOf(context, [...signatures.map(({ device_id }) => device_id), ...sheets.map(({ deviceId }) => deviceId)])
  const journal = sliceOf(await readJournal(storage.db), [hash, ...sheetHashes], devices)
  const last = journal.at(-1)
  if (!last) throw new Error('stored minutes without a journal')
  return proofBundleSchema.parse({
    format: 'carnet-de-jury/proof',
    formatVersion: 1,
    minutes: {
      text: row.text,
      signatures: signatures.map(({ detached }) => detached),
      receipts: await minutesReceipts(storage.db, hash),
    },
    devices: devices.map(({ id, signingKey }) => ({ deviceId: id, key: signingKey })),
    serverKey: secrets.publicKeys.signing,
    attestation: await attest(context, hash, devices, last),
    sheets: sheets.map(({ deviceId: _deviceId, ...sheet }) => sheet),
    journal,
  } satisfies ProofBundle)
}

async function provenSheet({ storage: { db } }: ServerContext, hash: string) {
  const found = await findSheet(db, hash)
  return found && found.row.jws !== ''
    ? [{ jws: found.row.jws, envelopeId: found.envelopeId, receipt: found.receipt, deviceId: found.row.device_id }]
    : []
}

async function devicesOf({ storage: { db } }: ServerContext, ids: readonly string[]): Promise<Device[]> {
  const found = await Promise.all([...new Set(ids)].sort().map((id) => findDevice(db, id)))
  return found.flatMap((device) => device ?? [])
}

/** From the first row that concerns these minutes (a signer's enrolment, a sheet, the minutes) to the journal's end, without a hole. */
function sliceOf(rows: readonly JournalRow[], hashes: readonly string[], devices: readonly Device[]): JournalRow[] {
  const told = new Set([...hashes, ...devices.map(({ id }) => id)])
  const concerns = ({ act, subject }: JournalRow) =>
    told.has(String(subject['minutesHash'])) ||
    told.has(String(subject['sheetHash'])) ||
    (act === 'device-enrolled' && told.has(String(subject['deviceId'])))
  const first = rows.findIndex(concerns)
  return first === -1 ? [] : rows.slice(first)
}

async function attest(
  { storage: { db }, secrets, now }: ServerContext,
  minutesHash: string,
  devices: readonly Device[],
  last: JournalRow,
): Promise<string> {
  const names = new Map<string, string>()
  for (const sessionId of new Set(devices.map((device) => device.sessionId))) {
    const stored = await findSession(db, sessionId)
    for (const { id, firstName, lastName } of stored?.session.jurors ?? []) names.set(id, `${firstName} ${lastName}`)
  }
  const attestation: Attestation = {
    format: 'carnet-de-jury/attestation',
    formatVersion: 1,
    at: now().toISOString(),
    minutesHash,
    devices: devices.map(({ id, jurorId, enrolledAt }) => ({ deviceId: id, jurorId, name: names.get(jurorId) ?? jurorId, enrolledAt })),
    journal: { lastIndex: last.index, lastHash: last.hash },
  }
  return signJson('cdj-attestation+jws', attestation, secrets.signing.privateKey, secrets.signing.keyId)
}
