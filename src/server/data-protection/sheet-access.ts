import { GOVERNING, type Role } from '#contract/roles.ts'
import { countedFrom, isOver } from '#domain/data-retention.ts'
import type { ServerContext } from '../context.ts'
import { ProblemError } from '../http/problem.ts'
import { findRetention } from '../storage/desk-settings.ts'
import { datedSessions } from '../storage/sessions.ts'

/**
 * After its active life a session's sheets are an archive: only those who answer for the certification still open them, for a dispute.
 * Throws the problem `sheet-archived` for the others.
 */
export async function refuseArchived({ storage, now }: ServerContext, sessionId: string, role: Role): Promise<void> {
  if ((GOVERNING as readonly Role[]).includes(role)) return
  const dated = (await datedSessions(storage.db, sessionId))[0]
  if (!dated) return
  const { sheetsActiveMonths } = await findRetention(storage.db)
  const from = countedFrom({ endsOn: dated.session.endsOn, storedOn: dated.storedOn })
  if (isOver(from, sheetsActiveMonths, now().toISOString().slice(0, 10))) throw new ProblemError('sheet-archived')
}
