import { GOVERNING, type Role } from '#contract/roles.ts'
import { countedFrom, isOver } from '#domain/data-retention.ts'
import type { ServerContext } from '../context.ts'
import { ProblemError } from '../http/problem.ts'
import { findRetention } from '../storage/desk-settings.ts'
import { datedSessions } from '../storage/sessions.ts'

/** Throws the problem `sheet-archived` for whom a session's sheets are no longer open. */
export async function refuseArchived(context: ServerContext, sessionId: string, role: Role): Promise<void> {
  if (!(await areSheetsOpen(context, sessionId, role))) throw new ProblemError('sheet-archived')
}

/** After its active life a session's sheets are an archive: only those who answer for the certification still open them, for a dispute. */
export async function areSheetsOpen({ storage, now }: ServerContext, sessionId: string, role: Role): Promise<boolean> {
  if ((GOVERNING as readonly Role[]).includes(role)) return true
  const dated = (await datedSessions(storage.db, sessionId))[0]
  if (!dated) return true
  const { sheetsActiveMonths } = await findRetention(storage.db)
  const from = countedFrom({ endsOn: dated.session.endsOn, storedOn: dated.storedOn })
  return !isOver(from, sheetsActiveMonths, now().toISOString().slice(0, 10))
}
