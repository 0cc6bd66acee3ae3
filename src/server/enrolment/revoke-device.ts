import type { ServerContext } from '../context.ts'
import { markDeviceRevoked } from '../storage/devices.ts'
import { appendAfter, lockJournal } from '../storage/journal.ts'
import { inTransaction } from '../storage/transaction.ts'

/**
 * Takes a device back: it is given no package, no support and no answer any more. The sheets it has signed are the juror's, and still come in.
 * False when the session has no such device to take back.
 */
export async function revokeDevice(
  { storage, now }: ServerContext,
  { sessionId, deviceId, actor }: { sessionId: string; deviceId: string; actor: string },
): Promise<boolean> {
  const at = now().toISOString()
  const isRevoked = await inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const owner = await markDeviceRevoked(tx, { sessionId, deviceId }, at)
    if (!owner) return false
    await appendAfter(tx, head, at, [{ actor, act: 'device-revoked', subject: { sessionId, jurorId: owner.jurorId, deviceId } }])
    return true
  })
  if (isRevoked) await storage.announceChange(sessionId)
  return isRevoked
}
