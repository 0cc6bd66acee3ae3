import type { JurorAddresses } from '#contract/juror-mail.ts'
import type { ServerContext } from '../context.ts'
import { appendAfter, lockJournal } from '../storage/journal.ts'
import { deleteAddress, findAddress, saveAddress, sessionAddresses } from '../storage/juror-addresses.ts'
import { findSession } from '../storage/sessions.ts'
import { inTransaction } from '../storage/transaction.ts'

/** The addresses known of a session's jurors; null when there is no such session. */
export async function jurorAddresses({ storage, mailer }: ServerContext, sessionId: string): Promise<JurorAddresses | null> {
  if (!(await findSession(storage.db, sessionId))) return null
  return { isMailSet: mailer !== null, addresses: await sessionAddresses(storage.db, sessionId) }
}

/** Writes a juror's address, or takes it away. False when the session has no such juror. The journal tells that it changed, not the address. */
export async function setJurorAddress(
  { storage, now }: ServerContext,
  { sessionId, jurorId, email, actor }: { sessionId: string; jurorId: string; email: string | null; actor: string },
): Promise<boolean> {
  return inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const stored = await findSession(tx, sessionId)
    if (!stored?.session.jurors.some((juror) => juror.id === jurorId)) return false
    if ((await findAddress(tx, sessionId, jurorId)) === email) return true
    if (email === null) await deleteAddress(tx, sessionId, jurorId)
    else await saveAddress(tx, sessionId, jurorId, email)
    const act = email === null ? 'juror-address-removed' : 'juror-address-set'
    await appendAfter(tx, head, now().toISOString(), [{ actor, act, subject: { sessionId, jurorId } }])
    return true
  })
}
