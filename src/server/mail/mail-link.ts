import { addMonths, countedFrom } from '#domain/data-retention.ts'
import type { ServerContext } from '../context.ts'
import { createEnrolmentLink } from '../enrolment/enrol.ts'
import { findRetention } from '../storage/desk-settings.ts'
import { appendToJournal } from '../storage/journal.ts'
import { findAddress, noteMailed } from '../storage/juror-addresses.ts'
import { datedSessions } from '../storage/sessions.ts'
import { inTransaction } from '../storage/transaction.ts'
import { linkMessage } from './link-message.ts'
import type { MailTry } from './mailer.ts'

/**
 * Makes a new link for a juror and hands it to the mail server; null when the session has no such juror. The link is stored before it leaves,
 * so that it works whenever it is read. When the message does not leave, the link is known to nobody, and the next try makes another.
 */
export async function mailEnrolmentLink(
  context: ServerContext,
  request: { sessionId: string; jurorId: string; actor: string },
): Promise<MailTry | null> {
  const { storage, mailer, now } = context
  const { sessionId, jurorId, actor } = request
  const [stored] = await datedSessions(storage.db, sessionId)
  if (!stored?.session.jurors.some((juror) => juror.id === jurorId)) return null
  if (mailer === null) return { outcome: 'unset', replyCode: null, cause: null }
  const email = await findAddress(storage.db, sessionId, jurorId)
  if (email === null) return { outcome: 'no-address', replyCode: null, cause: null }
  const made = await createEnrolmentLink(context, request)
  if (made === null) return null
  const { subject, text } = linkMessage(stored.session, made.link, await lastDayOf(context, stored))
  const tried = await mailer.send({ to: email, subject, text })
  if (tried.outcome !== 'sent') return tried
  const mailedAt = now().toISOString()
  await inTransaction(storage.db, async (tx) => {
    await appendToJournal(tx, mailedAt, { actor, act: 'enrolment-link-mailed', subject: { sessionId, jurorId } })
    await noteMailed(tx, sessionId, { jurorId, email, mailedAt })
  })
  return tried
}

/** Until when an unused link is kept: it goes with what the session's devices left. */
async function lastDayOf({ storage }: ServerContext, { session, storedOn }: { session: { endsOn: string }; storedOn: string }) {
  const { months } = await findRetention(storage.db)
  return addMonths(countedFrom({ endsOn: session.endsOn, storedOn }), months.devices)
}
