import { randomUUID } from 'node:crypto'
import type { NewPreparation, OpenPreparation, PreparationSummary, PreparedGrid } from '#contract/prepare.ts'
import type { FieldIssue, ProblemCode } from '#contract/problems.ts'
import type { KnownGrid } from '#domain/import-file.ts'
import type { GivenAddress } from '#domain/juror-address.ts'
import { type Preparation, sessionOf, withDeclaredLinks } from '#domain/preparation.ts'
import { hashJson } from '#seal/hash.ts'
import type { ServerContext } from '../context.ts'
import { knownGrids } from '../desk/import-session.ts'
import { saveIdentities } from '../storage/civil-identities.ts'
import type { Db } from '../storage/engine.ts'
import { declaredInterests } from '../storage/interests.ts'
import { appendAfter, appendToJournal, type JournalEntry, lockJournal } from '../storage/journal.ts'
import {
  findPreparation,
  type StoredPreparation,
  savePreparation,
  setAsideIdentities,
  takeIdentities,
  unpublishedPreparations,
} from '../storage/preparations.ts'
import { currentGrids, findGrid } from '../storage/published.ts'
import { insertSession, updateSession } from '../storage/sessions.ts'
import { sheetAuthors } from '../storage/sheets.ts'
import { inTransaction, type Tx } from '../storage/transaction.ts'
import { keepGivenAddresses, publishAddresses } from './given-addresses.ts'
import { heldIssues } from './held-orals.ts'
import { gapIssues, preparationIssues } from './preparation-issues.ts'

type Refusal = {
  ok: false
  code: Extract<ProblemCode, 'not-found' | 'preparation-invalid' | 'preparation-not-ready' | 'preparation-changed'>
  issues?: FieldIssue[]
}

export async function listPreparations({ storage }: ServerContext): Promise<PreparationSummary[]> {
  return (await unpublishedPreparations(storage.db)).map(({ sessionId, preparation: { session, candidates, orals } }) => ({
    sessionId,
    ...session,
    candidates: candidates.length,
    orals: orals.length,
    unplaced: orals.filter(({ place }) => place === null).length,
  }))
}

/** Creates a session from its preparation, whole or not at all, with the civil identities and the jurors' addresses its tables held. */
export async function createPreparation(
  { storage, now }: ServerContext,
  { frameworkId, preparation, identities, addresses }: NewPreparation,
  actor: string,
): Promise<{ ok: true; sessionId: string } | Refusal> {
  const grids = (await currentGrids(storage.db)).filter(({ grid }) => grid.framework.id === frameworkId)
  if (grids.length === 0) return { ok: false, code: 'not-found' }
  const issues = await preparationIssues(storage.db, preparation, knownGrids(grids), { whole: false })
  if (issues.length > 0) return { ok: false, code: 'preparation-invalid', issues }
  const sessionId = randomUUID()
  const at = now().toISOString()
  const candidateIds = new Set(preparation.candidates.map(({ id }) => id))
  await inTransaction(storage.db, async (tx) => {
    const known = identities.filter(({ candidateId }) => candidateIds.has(candidateId))
    const entries: JournalEntry[] = [{ actor, act: 'session-created', subject: { sessionId } }]
    if (known.length > 0) entries.push({ actor, act: 'identities-imported', subject: { sessionId } })
    const head = await lockJournal(tx)
    const gridHashes = Object.fromEntries(grids.map(({ grid, hash }) => [grid.id, hash]))
    await savePreparation(tx, sessionId, { preparation, gridHashes, published: false }, at)
    await setAsideIdentities(tx, sessionId, known)
    const addressed = await keepGivenAddresses(tx, sessionId, { published: false, jurors: preparation.jurors, addresses })
    await appendAfter(tx, head, at, [...entries, ...addressEntries(sessionId, addressed, actor)])
  })
  return { ok: true, sessionId }
}

/** The journal tells whose address changed, not the address. */
function addressEntries(sessionId: string, jurorIds: readonly string[], actor: string): JournalEntry[] {
  return jurorIds.map((jurorId) => ({ actor, act: 'juror-address-set', subject: { sessionId, jurorId } }))
}

/** A session as it stands, to be changed; null when there is none. */
export async function openPreparation({ storage }: ServerContext, sessionId: string): Promise<OpenPreparation | null> {
  const stored = await findPreparation(storage.db, sessionId)
  if (!stored) return null
  return {
    preparation: stored.preparation,
    revision: await hashJson(stored.preparation),
    published: stored.published,
    grids: await gridsOf(storage.db, stored),
    heldOralIds: [...new Set((await sheetAuthors(storage.db, sessionId)).map(({ oralId }) => oralId))],
  }
}

/** The session's grids, the blocks in their order and the final interview last. */
async function gridsOf(db: Db, { gridHashes }: StoredPreparation): Promise<PreparedGrid[]> {
  const grids = await Promise.all(Object.values(gridHashes).map((hash) => findGrid(db, hash)))
  const rank = ({ part }: PreparedGrid) => (part.kind === 'block' ? part.blockId : '\uffff')
  return grids
    .flatMap((grid) => grid ?? [])
    .map(({ id, title, part, durationMinutes, support }) => ({ id, title, part, durationMinutes, support }))
    .sort((a, b) => rank(a).localeCompare(rank(b)))
}

function asKnown(grids: readonly PreparedGrid[]): KnownGrid[] {
  return grids.map(({ id, durationMinutes, part }) => ({ id, durationMinutes, blockId: part.kind === 'block' ? part.blockId : null }))
}

/**
 * Keeps a changed session if nobody has changed it since: two people never overwrite each other. A published one must stay without
 * contradiction or gap, and changes for its jurors in the same commit.
 */
export async function changePreparation(
  context: ServerContext,
  asked: { sessionId: string; revision: string; preparation: Preparation; addresses: readonly GivenAddress[]; actor: string },
): Promise<{ ok: true; revision: string } | Refusal> {
  const { storage, now } = context
  const { sessionId, actor } = asked
  const outcome = await inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const stored = await unchanged(tx, sessionId, asked.revision)
    if ('ok' in stored) return stored
    // A juror's own declaration is not the coordinator's to leave out.
    const preparation = withDeclaredLinks(asked.preparation, await declaredInterests(tx, sessionId))
    const refusal = await refusalOf(tx, sessionId, stored, preparation)
    if (refusal) return refusal
    const at = now().toISOString()
    const act = stored.published ? 'session-amended' : 'session-prepared'
    await savePreparation(tx, sessionId, { ...stored, preparation }, at)
    if (stored.published) await updateSession(tx, sessionOf(preparation, sessionId))
    const given = { published: stored.published, jurors: preparation.jurors, addresses: asked.addresses }
    const addressed = await keepGivenAddresses(tx, sessionId, given)
    await appendAfter(tx, head, at, [{ actor, act, subject: { sessionId } }, ...addressEntries(sessionId, addressed, actor)])
    // Read anew: what a published session keeps is written otherwise than what was sent.
    const kept = await findPreparation(tx, sessionId)
    return { ok: true as const, published: stored.published, revision: await hashJson(kept?.preparation) }
  })
  if (!outcome.ok) return outcome
  if (outcome.published) await storage.announceChange(sessionId)
  return { ok: true, revision: outcome.revision }
}

async function refusalOf(db: Db, sessionId: string, stored: StoredPreparation, after: Preparation): Promise<Refusal | null> {
  const grids = asKnown(await gridsOf(db, stored))
  const issues = await preparationIssues(db, after, grids, { whole: stored.published })
  if (stored.published) issues.push(...heldIssues(stored.preparation, after, await sheetAuthors(db, sessionId)))
  if (issues.length > 0) return { ok: false, code: 'preparation-invalid', issues }
  const gaps = stored.published ? gapIssues(after) : []
  return gaps.length > 0 ? { ok: false, code: 'preparation-not-ready', issues: gaps } : null
}

/** The stored session when it still is the one the caller saw. The journal's lock is held: nobody changes it meanwhile. */
async function unchanged(tx: Tx, sessionId: string, revision: string): Promise<StoredPreparation | Refusal> {
  const stored = await findPreparation(tx, sessionId)
  if (!stored) return { ok: false, code: 'not-found' }
  return (await hashJson(stored.preparation)) === revision ? stored : { ok: false, code: 'preparation-changed' }
}

/** Publishes a session that holds together: jurors can enrol from then on. */
export async function publishPreparation(
  { storage, now }: ServerContext,
  asked: { sessionId: string; revision: string; actor: string },
): Promise<{ ok: true } | Refusal> {
  const { sessionId, actor } = asked
  const outcome = await inTransaction(storage.db, async (tx) => {
    await lockJournal(tx)
    const stored = await unchanged(tx, sessionId, asked.revision)
    if ('ok' in stored) return stored
    if (stored.published) return { ok: true as const }
    const { preparation, gridHashes } = stored
    const grids = asKnown(await gridsOf(tx, stored))
    const issues = [...(await preparationIssues(tx, preparation, grids, { whole: true })), ...gapIssues(preparation)]
    if (issues.length > 0) return { ok: false as const, code: 'preparation-not-ready' as const, issues }
    const at = now().toISOString()
    await appendToJournal(tx, at, { actor, act: 'session-published', subject: { sessionId } })
    await insertSession(tx, { session: sessionOf(preparation, sessionId), gridHashes }, at)
    await savePreparation(tx, sessionId, { ...stored, published: true }, at)
    await publishAddresses(tx, sessionId)
    const candidateIds = new Set(preparation.candidates.map(({ id }) => id))
    const identities = await takeIdentities(tx, sessionId)
    await saveIdentities(
      tx,
      sessionId,
      identities.filter(({ candidateId }) => candidateIds.has(candidateId)),
    )
    return { ok: true as const }
  })
  if (outcome.ok) await storage.announceChange(sessionId)
  return outcome
}
