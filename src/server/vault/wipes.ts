import type { ProblemCode } from '#contract/problems.ts'
import type { WipedNotebook } from '#contract/wipe.ts'
import { compactCarriedText } from '#seal/carried-text.ts'
import { sha256 } from '#seal/hash.ts'
import { SealError } from '#seal/seal-error.ts'
import { claimedKeyId } from '#seal/signed.ts'
import { verifyWipe, type WipeStatement } from '#seal/wipe.ts'
import type { ServerContext } from '../context.ts'
import { type Device, findDevice, sessionDevices } from '../storage/devices.ts'
import { appendToJournal, lockJournal } from '../storage/journal.ts'
import { storedHashes } from '../storage/sheets.ts'
import { inTransaction } from '../storage/transaction.ts'
import { findRetentionDays, findWipeReceivedAt, insertWipe, saveRetentionDays, sessionWipes } from '../storage/wipes.ts'

type Refusal = { ok: false; code: Extract<ProblemCode, 'wipe-unreadable' | 'device-unknown'> }

/** Keeps a wiped notebook's statement, once, and writes in the journal what it held and what of that is not here. */
export async function receiveWipe(context: ServerContext, text: string): Promise<{ ok: true; receivedAt: string } | Refusal> {
  const { storage, now } = context
  const jws = compactCarriedText(text)
  const read = await readStatement(context, jws)
  if (!read.ok) return read
  const { statement, device } = read
  const id = await sha256(jws)
  const receivedAt = await inTransaction(storage.db, async (tx) => {
    // The journal's lock first: two copies of one statement at the same moment are stored once.
    await lockJournal(tx)
    const known = await findWipeReceivedAt(tx, id)
    if (known !== null) return known
    const at = now().toISOString()
    const here = await storedHashes(tx, statement.sheetHashes)
    await appendToJournal(tx, at, {
      actor: `device:${device.id}`,
      act: 'notebook-wiped',
      subject: {
        sessionId: device.sessionId,
        jurorId: device.jurorId,
        deviceId: device.id,
        vaultId: statement.vaultId,
        sheets: statement.sheetHashes.length,
        sheetsMissing: statement.sheetHashes.length - here.size,
        draftsGivenUp: statement.draftsGivenUp,
      },
    })
    await insertWipe(tx, { id, session_id: device.sessionId, device_id: device.id, jws, received_at: at })
    return at
  })
  await storage.announceChange(device.sessionId)
  return { ok: true, receivedAt }
}

async function readStatement(
  { storage: { db } }: ServerContext,
  jws: string,
): Promise<{ ok: true; statement: WipeStatement; device: Device } | Refusal> {
  try {
    const device = await findDevice(db, claimedKeyId(jws))
    if (!device) return { ok: false, code: 'device-unknown' }
    const statement = await verifyWipe(jws, device.signingKey)
    const isOwn = statement.deviceId === device.id && statement.sessionId === device.sessionId && statement.jurorId === device.jurorId
    return isOwn ? { ok: true, statement, device } : { ok: false, code: 'wipe-unreadable' }
  } catch (error) {
    if (error instanceof SealError) return { ok: false, code: 'wipe-unreadable' }
    throw error
  }
}

/** How long devices keep the session, and those that wiped it. Statements are verified anew, and compared with what is here now. */
export async function sessionRetention(
  { storage: { db } }: ServerContext,
  sessionId: string,
): Promise<{ days: number; wiped: WipedNotebook[] }> {
  const devices = new Map((await sessionDevices(db, sessionId)).map((device) => [device.id, device]))
  const rows = await sessionWipes(db, sessionId)
  const wiped = await Promise.all(
    rows.map(async (row): Promise<WipedNotebook[]> => {
      const device = devices.get(row.device_id)
      if (!device) return []
      const statement = await verifyWipe(row.jws, device.signingKey)
      const here = await storedHashes(db, statement.sheetHashes)
      return [
        {
          deviceId: device.id,
          deviceName: device.name,
          jurorId: device.jurorId,
          wipedAt: statement.at,
          receivedAt: row.received_at,
          sheets: statement.sheetHashes.length,
          sheetsMissing: statement.sheetHashes.length - here.size,
          draftsGivenUp: statement.draftsGivenUp,
        },
      ]
    }),
  )
  return { days: await findRetentionDays(db, sessionId), wiped: wiped.flat() }
}

/** Sets how many days after the session's end devices propose to be wiped; it travels in their next package. */
export async function setRetention(
  { storage, now }: ServerContext,
  asked: { sessionId: string; days: number; actor: string },
): Promise<void> {
  const { sessionId, days, actor } = asked
  await inTransaction(storage.db, async (tx) => {
    await appendToJournal(tx, now().toISOString(), { actor, act: 'retention-set', subject: { sessionId, days } })
    await saveRetentionDays(tx, sessionId, days)
  })
  await storage.announceChange(sessionId)
}
