import type { ProblemCode } from '#contract/problems.ts'
import { compactCarriedText } from '#seal/carried-text.ts'
import { sha256 } from '#seal/hash.ts'
import { answerRecovery, readRecoveryRequest } from '#seal/recovery.ts'
import { SealError } from '#seal/seal-error.ts'
import type { ServerContext } from '../context.ts'
import { type Device, findDevice } from '../storage/devices.ts'
import { appendToJournal } from '../storage/journal.ts'
import { fileRecovery, saveRecoveryAnswer } from '../storage/recoveries.ts'
import { recoveryPrivateKey } from '../storage/server-keys.ts'
import { inTransaction } from '../storage/transaction.ts'

type Refusal = { ok: false; code: Extract<ProblemCode, 'recovery-unreadable' | 'recovery-foreign' | 'device-unknown'> }

interface OpenedRecovery {
  ok: true
  requestId: string
  text: string
  vaultId: string
  device: Device
  answer: string
}

/** Keeps a locked device's request for the desk, once it is seen to be one that this server can answer. */
export async function receiveRecovery(context: ServerContext, text: string): Promise<{ ok: true; requestId: string } | Refusal> {
  const opened = await openRecovery(context, text)
  if (!opened.ok) return opened
  const { requestId, device } = opened
  const { storage, now } = context
  await fileRecovery(
    storage.db,
    { id: requestId, sessionId: device.sessionId, deviceId: device.id, request: opened.text },
    now().toISOString(),
  )
  await storage.announceChange(device.sessionId)
  return { ok: true, requestId }
}

/**
 * Answers a request of one of the session's devices, and writes it in the journal before the answer leaves. Whoever answers has checked with the
 * juror, by the control number, that the request is theirs.
 */
export async function giveRecovery(
  context: ServerContext,
  asked: { sessionId: string; text: string; actor: string },
): Promise<{ ok: true; requestId: string; answer: string } | Refusal> {
  const opened = await openRecovery(context, asked.text)
  if (!opened.ok) return opened
  const { requestId, device, answer, vaultId } = opened
  if (device.sessionId !== asked.sessionId) return { ok: false, code: 'recovery-foreign' }
  const { storage, now } = context
  const at = now().toISOString()
  await inTransaction(storage.db, async (tx) => {
    await appendToJournal(tx, at, {
      actor: asked.actor,
      act: 'vault-recovered',
      subject: { sessionId: device.sessionId, jurorId: device.jurorId, deviceId: device.id, vaultId },
    })
    await fileRecovery(tx, { id: requestId, sessionId: device.sessionId, deviceId: device.id, request: opened.text }, at)
    await saveRecoveryAnswer(tx, requestId, answer, at)
  })
  await storage.announceChange(device.sessionId)
  return { ok: true, requestId, answer }
}

async function openRecovery({ storage: { db } }: ServerContext, given: string): Promise<OpenedRecovery | Refusal> {
  const text = compactCarriedText(given)
  const request = await readRecoveryRequest(text)
  if (typeof request === 'string') return { ok: false, code: 'recovery-unreadable' }
  const device = await findDevice(db, request.deviceId)
  if (!device || device.revokedAt !== null) return { ok: false, code: 'device-unknown' }
  const key = await recoveryPrivateKey(db, device.sessionId)
  if (key === null) return { ok: false, code: 'recovery-foreign' }
  try {
    const answer = await answerRecovery(request, key)
    return { ok: true, requestId: await sha256(text), text, vaultId: request.vaultId, device, answer }
  } catch (error) {
    if (error instanceof SealError) return { ok: false, code: 'recovery-foreign' }
    throw error
  }
}
