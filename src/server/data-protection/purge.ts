import {
  addMonths,
  countedFrom,
  isOver,
  type PurgedKind,
  type RetentionSettings,
  SESSION_KINDS,
  type SessionKind,
} from '#domain/data-retention.ts'
import type { ServerContext } from '../context.ts'
import { listUnboundSupports } from '../prepare/deletions.ts'
import { foundFindings } from '../results/session-results.ts'
import { eraseRequestWords } from '../storage/data-requests.ts'
import { findRetention } from '../storage/desk-settings.ts'
import { appendAfter, lockJournal } from '../storage/journal.ts'
import { unpublishedPreparations } from '../storage/preparations.ts'
import { datedSessions } from '../storage/sessions.ts'
import { inTransaction, type Tx } from '../storage/transaction.ts'
import { eraseAccounts, eraseSignIns } from './erase-accounts.ts'
import { eraseCalibrations, eraseOralSheets } from './erase-calibrations.ts'
import { eraseIdentities } from './erase-identities.ts'
import { eraseCandidates, eraseDevices, eraseFiles, eraseNotes, eraseSupports } from './erase-session.ts'

/** How much of one kind a purge erased, of which session where it has one. */
export interface Purged {
  kind: PurgedKind
  sessionId: string | null
  count: number
}

/**
 * Erases everything whose time is over by the server's clock, and writes in the journal how much of which kind. Each kind of each session is
 * a transaction of its own: stopped in the middle, the next purge goes on. Nothing is written where nothing was left to erase.
 */
export async function purgeExpired(context: ServerContext): Promise<Purged[]> {
  const { storage, now } = context
  const settings = await findRetention(storage.db)
  const at = now().toISOString()
  const today = at.slice(0, 10)
  const purged: Purged[] = []
  const erase = async (kind: PurgedKind, sessionId: string | null, work: (tx: Tx) => Promise<number>) => {
    const count = await inTransaction(storage.db, async (tx) => {
      // The journal's lock first: of two server processes at the same moment, one erases and the other finds nothing.
      const head = await lockJournal(tx)
      const erased = await work(tx)
      const subject = { kind, ...(sessionId === null ? {} : { sessionId }), count: erased }
      if (erased > 0) await appendAfter(tx, head, at, [{ actor: 'server', act: 'data-purged', subject }])
      return erased
    })
    if (count > 0) purged.push({ kind, sessionId, count })
  }
  for (const { session, storedOn } of await datedSessions(storage.db)) {
    const from = countedFrom({ endsOn: session.endsOn, storedOn })
    for (const kind of SESSION_KINDS.filter((one) => isOver(from, settings.months[one], today))) {
      const holders = kind === 'candidates' ? await holdersOf(context, session.id) : new Set<string>()
      await erase(kind, session.id, (tx) => ERASERS[kind](tx, session.id, holders))
    }
    if (purged.some(({ sessionId }) => sessionId === session.id)) await storage.announceChange(session.id)
  }
  await purgePreparations(context, settings, today, erase)
  // PDFs that were received and that no session ever took.
  const unbound = (await listUnboundSupports(context)).filter(
    ({ receivedAt }) => receivedAt !== null && isOver(receivedAt.slice(0, 10), settings.months.supports, today),
  )
  await erase('supports', null, (tx) =>
    eraseFiles(
      tx,
      unbound.map(({ sha256 }) => sha256),
    ),
  )
  await erase('accounts', null, (tx) => eraseAccounts(tx, addMonths(today, -settings.months.accounts)))
  await erase('signIns', null, (tx) => eraseSignIns(tx, at))
  await erase('requests', null, (tx) => eraseRequestWords(tx, addMonths(today, -settings.months.requests)))
  return purged
}

const ERASERS: Record<SessionKind, (tx: Tx, sessionId: string, holders: ReadonlySet<string>) => Promise<number>> = {
  identities: (tx, sessionId) => eraseIdentities(tx, sessionId),
  supports: (tx, sessionId) => eraseSupports(tx, sessionId),
  devices: (tx, sessionId) => eraseDevices(tx, sessionId),
  preparation: (tx, sessionId) => eraseNotes(tx, sessionId),
  sheets: eraseOralSheets,
  calibrations: eraseCalibrations,
  candidates: eraseCandidates,
}

/** Whoever holds a block or the title by complete minutes: the certifier must be able to attest it for as long as they live. */
export async function holdersOf(context: ServerContext, sessionId: string): Promise<Set<string>> {
  const { results } = (await foundFindings(context, sessionId)).results
  return new Set(results.filter(({ title }) => title.acquiredBlocks.length > 0).map(({ candidate }) => candidate.id))
}

/** A session that was prepared and never published has nothing that proves anything: it goes whole. */
async function purgePreparations(
  { storage }: ServerContext,
  { months }: RetentionSettings,
  today: string,
  erase: (kind: PurgedKind, sessionId: string, work: (tx: Tx) => Promise<number>) => Promise<void>,
): Promise<void> {
  for (const { sessionId, preparation, changedOn } of await unpublishedPreparations(storage.db)) {
    const from = countedFrom({ endsOn: preparation.session.endsOn, storedOn: changedOn })
    if (!isOver(from, months.drafts, today)) continue
    await erase('drafts', sessionId, async (tx) => {
      const gone = await tx.deleteFrom('preparations').where('session_id', '=', sessionId).returning('session_id').execute()
      await eraseFiles(
        tx,
        preparation.supports.map(({ sha256 }) => sha256),
      )
      return gone.length
    })
  }
}
