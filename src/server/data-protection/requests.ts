import { randomUUID } from 'node:crypto'
import type { DataDecision, ListedRequest, NewDataRequest } from '#contract/data-protection.ts'
import type { ProblemCode } from '#contract/problems.ts'
import { type DataRequest, dueDate, type ErasureScope, erasureScope } from '#domain/data-request.ts'
import { addMonths, countedFrom } from '#domain/data-retention.ts'
import { readMinutes } from '#seal/minutes.ts'
import type { ServerContext } from '../context.ts'
import { findDataRequest, insertDataRequest, listDataRequests, saveDataDecision } from '../storage/data-requests.ts'
import { findRetention } from '../storage/desk-settings.ts'
import type { Db } from '../storage/engine.ts'
import { appendAfter, appendToJournal, lockJournal } from '../storage/journal.ts'
import { sessionMinutes } from '../storage/minutes.ts'
import { allSessions, datedSessions } from '../storage/sessions.ts'
import { inTransaction, type Tx } from '../storage/transaction.ts'
import { eraseCandidate } from './erase-candidate.ts'
import { holdersOf } from './purge.ts'
import { rectifyName } from './rectify-name.ts'

/** Every request, those that wait first, with whose it is and, to be erased, whether that may be. */
export async function openRequests(context: ServerContext): Promise<ListedRequest[]> {
  const { db } = context.storage
  const requests = await listDataRequests(db)
  const sessions = new Map((await allSessions(db)).map(({ session }) => [session.id, session]))
  return Promise.all(
    requests.map(async (request): Promise<ListedRequest> => {
      const session = sessions.get(request.sessionId)
      const candidate = session?.candidates.find(({ id }) => id === request.candidateId)
      const isWaiting = request.kind === 'erasure' && request.decision === null
      return {
        ...request,
        sessionTitle: session?.title ?? request.sessionId,
        name: candidate ? `${candidate.number} ${candidate.firstName} ${candidate.lastName}` : null,
        erasure: isWaiting ? toldScope(await scopeOf(context, db, request, await holdersOf(context, request.sessionId))) : null,
      }
    }),
  )
}

function toldScope(scope: ErasureScope): ListedRequest['erasure'] {
  if (scope.allowed) return { because: 'allowed' }
  return scope.because === 'minutes' ? { because: 'minutes', until: scope.until } : { because: 'holder' }
}

async function scopeOf(
  { now }: ServerContext,
  db: Db,
  { sessionId, candidateId }: DataRequest,
  holders: ReadonlySet<string>,
): Promise<ErasureScope> {
  const dated = (await datedSessions(db, sessionId))[0]
  if (!dated) throw new Error('the session of a request is missing')
  const { months } = await findRetention(db)
  const from = countedFrom({ endsOn: dated.session.endsOn, storedOn: dated.storedOn })
  const minutes = await Promise.all((await sessionMinutes(db, sessionId)).map(({ text }) => readMinutes(text)))
  return erasureScope({
    inMinutes: minutes.some(({ minutes: { attendance, decisions } }) =>
      [...attendance, ...decisions].some((line) => line.candidateId === candidateId),
    ),
    isHolder: holders.has(candidateId),
    keptUntil: addMonths(from, Math.max(months.sheets, months.candidates)),
    today: now().toISOString().slice(0, 10),
  })
}

/** Records a request about a candidate of a published session; null when there is no such candidate. */
export async function recordRequest({ storage, now }: ServerContext, asked: NewDataRequest, actor: string): Promise<string | null> {
  const dated = (await datedSessions(storage.db, asked.sessionId))[0]
  if (!dated?.session.candidates.some(({ id }) => id === asked.candidateId)) return null
  const request = { id: randomUUID(), ...asked, dueOn: dueDate(asked.receivedOn) }
  await inTransaction(storage.db, async (tx) => {
    await appendToJournal(tx, now().toISOString(), { actor, act: 'data-request-recorded', subject: subjectOf(request) })
    await insertDataRequest(tx, request)
  })
  return request.id
}

function subjectOf({ id, kind, sessionId, candidateId }: Omit<DataRequest, 'decision'>) {
  return { requestId: id, kind, sessionId, personId: candidateId }
}

export type DecisionOutcome =
  | { ok: true }
  | { ok: false; code: Extract<ProblemCode, 'not-found' | 'conflict' | 'invalid-request' | 'erasure-refused'> }

/** Decides a request once, and carries out in the same commit what is granted. */
export async function decideRequest(context: ServerContext, id: string, decision: DataDecision, actor: string): Promise<DecisionOutcome> {
  const { storage, now } = context
  const request = await findDataRequest(storage.db, id)
  if (!request) return { ok: false, code: 'not-found' }
  const { outcome, reason, name } = decision
  const isGranted = outcome === 'granted'
  if (!isGranted && reason.trim() === '') return { ok: false, code: 'invalid-request' }
  if (isGranted && request.kind === 'rectification' && name === null) return { ok: false, code: 'invalid-request' }
  const holders = await holdersOf(context, request.sessionId)
  const at = now().toISOString()
  const decided = await inTransaction(storage.db, async (tx): Promise<DecisionOutcome> => {
    // Under the journal's lock no minutes are frozen meanwhile.
    const head = await lockJournal(tx)
    if ((await findDataRequest(tx, id))?.decision !== null) return { ok: false, code: 'conflict' }
    if (isGranted && request.kind === 'erasure' && !(await scopeOf(context, tx, request, holders)).allowed)
      return { ok: false, code: 'erasure-refused' }
    const erased = isGranted ? await carryOut(tx, request, decision) : {}
    await saveDataDecision(tx, id, { outcome, reason, decidedAt: at })
    await appendAfter(tx, head, at, [{ actor, act: `data-request-${outcome}`, subject: { ...subjectOf(request), ...erased } }])
    return { ok: true }
  })
  if (decided.ok) await storage.announceChange(request.sessionId)
  return decided
}

/** What was done, in counts for the journal. Access is handed out by hand; an objection is followed wherever statistics are made. */
async function carryOut(tx: Tx, { kind, sessionId, candidateId }: DataRequest, { name }: DataDecision): Promise<Record<string, number>> {
  if (kind === 'erasure') return eraseCandidate(tx, sessionId, candidateId)
  if (kind === 'rectification' && name) await rectifyName(tx, sessionId, candidateId, name)
  return {}
}
