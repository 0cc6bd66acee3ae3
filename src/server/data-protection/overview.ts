import type { DataProtection } from '#contract/data-protection.ts'
import {
  addMonths,
  countedFrom,
  DEFAULT_RETENTION,
  isOver,
  PURGED_KINDS,
  type PurgedKind,
  type RetentionSettings,
  SESSION_KINDS,
} from '#domain/data-retention.ts'
import type { ServerContext } from '../context.ts'
import { findRetention, saveRetention } from '../storage/desk-settings.ts'
import { appendAfter, lockJournal } from '../storage/journal.ts'
import { datedSessions } from '../storage/sessions.ts'
import { inTransaction } from '../storage/transaction.ts'

const UPCOMING = 12
const PAST = 20

/** What is kept and for how long, what goes next and what went, as the database says now. */
export async function dataProtection({ storage: { db }, now }: ServerContext): Promise<DataProtection> {
  const settings = await findRetention(db)
  const today = now().toISOString().slice(0, 10)
  const sessions = await datedSessions(db)
  const titles = new Map(sessions.map(({ session }) => [session.id, session.title]))
  const own = await db.selectFrom('session_retentions').select('session_id').where('days', '!=', settings.notebookDays).execute()
  const upcoming = sessions.flatMap(({ session, storedOn }) => {
    const from = countedFrom({ endsOn: session.endsOn, storedOn })
    return SESSION_KINDS.filter((kind) => !isOver(from, settings.months[kind], today)).map((kind) => ({
      sessionId: session.id,
      title: session.title,
      kind,
      lastDay: addMonths(from, settings.months[kind]),
    }))
  })
  const purges = await db
    .selectFrom('journal')
    .select(['at', 'subject'])
    .where('act', '=', 'data-purged')
    .orderBy('index', 'desc')
    .limit(PAST)
    .execute()
  return {
    settings,
    proposed: DEFAULT_RETENTION,
    otherNotebookDays: own.length,
    upcoming: upcoming.sort((a, b) => a.lastDay.localeCompare(b.lastDay)).slice(0, UPCOMING),
    purges: purges.flatMap(({ at, subject }) => {
      const { kind, sessionId = null, count } = JSON.parse(subject) as { kind: string; sessionId?: string; count: number }
      return isPurgedKind(kind) ? [{ at, kind, sessionId, title: sessionId === null ? null : (titles.get(sessionId) ?? null), count }] : []
    }),
  }
}

function isPurgedKind(kind: string): kind is PurgedKind {
  return (PURGED_KINDS as readonly string[]).includes(kind)
}

/** Sets how long data is kept; the next purge follows it. The journal tells each length that changed, from what to what. */
export async function setRetention({ storage, now }: ServerContext, settings: RetentionSettings, actor: string): Promise<void> {
  await inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const before = flat(await findRetention(tx))
    const changes = Object.entries(flat(settings)).filter(([name, value]) => before[name] !== value)
    const subject = Object.fromEntries(changes.map(([name, value]) => [name, `${before[name]} > ${value}`]))
    await appendAfter(tx, head, now().toISOString(), [{ actor, act: 'data-retention-set', subject }])
    await saveRetention(tx, settings)
  })
}

function flat({ notebookDays, sheetsActiveMonths, months }: RetentionSettings): Record<string, number> {
  return { notebookDays, sheetsActiveMonths, ...months }
}
