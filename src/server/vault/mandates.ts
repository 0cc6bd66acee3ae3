import { randomUUID } from 'node:crypto'
import type { IssuedMandate, MandatePost } from '#contract/mandate.ts'
import type { ProblemCode } from '#contract/problems.ts'
import type { Candidate, ExamSession, Oral, Panel } from '#domain/exam-session.ts'
import type { Mandate } from '#domain/mandate.ts'
import { panelAt } from '#domain/panel-seats.ts'
import { signMandate } from '#seal/mandate.ts'
import type { ServerContext } from '../context.ts'
import { sessionDevices } from '../storage/devices.ts'
import type { Db } from '../storage/engine.ts'
import { appendToJournal, lockJournal } from '../storage/journal.ts'
import { insertMandate } from '../storage/mandates.ts'
import { findGrid } from '../storage/published.ts'
import { findSession, type StoredSession, updateSession } from '../storage/sessions.ts'
import { inTransaction } from '../storage/transaction.ts'

type Refusal = { ok: false; code: Extract<ProblemCode, 'not-found' | 'mandate-useless'> }

/** The changed session, and what a device without a network must be told of the change. */
interface Change {
  session: ExamSession
  panel: Panel
  personId: string
  told: Pick<Mandate, 'candidates' | 'jurors' | 'orals' | 'substitution'>
}

/**
 * Adds an oral or a juror to the day, or replaces a juror: the session, the journal's row and the signed mandate in one commit. Devices that have a network learn it
 * from their next package; the others from the mandate, handed to them.
 */
export async function issueMandate(
  context: ServerContext,
  asked: { sessionId: string; post: MandatePost; actor: string },
): Promise<{ ok: true; issued: IssuedMandate } | Refusal> {
  const { storage, secrets, now } = context
  const outcome = await inTransaction(storage.db, async (tx) => {
    // The journal's lock first: two changes of one session at the same moment follow each other.
    await lockJournal(tx)
    const stored = await findSession(tx, asked.sessionId)
    if (!stored) return { ok: false, code: 'not-found' } as const
    const change = asked.post.kind === 'oral' ? await addOral(tx, stored, asked.post) : addJuror(stored, asked.post)
    if (!('session' in change)) return change
    const issuedAt = now().toISOString()
    const mandateId = randomUUID()
    const seated = new Set(change.panel.jurorIds)
    const replacedId = change.told.substitution?.replaces ?? null
    const mandate: Mandate = {
      format: 'carnet-de-jury/mandate',
      formatVersion: 1,
      mandateId,
      sessionId: asked.sessionId,
      issuedAt,
      kind: asked.post.kind,
      ...change.told,
      panels: [change.panel],
      deviceKeys:
        asked.post.kind === 'juror'
          ? (await sessionDevices(tx, asked.sessionId))
              .filter(({ jurorId }) => seated.has(jurorId))
              .map((device) => ({ jurorId: device.jurorId, deviceId: device.id, key: device.signingKey, sealingKey: device.sealingKey }))
          : [],
    }
    const issued: IssuedMandate = {
      mandateId,
      mandate: await signMandate(mandate, secrets.signing),
      kind: asked.post.kind,
      panelId: change.panel.id,
      personId: change.personId,
      replacedId,
      issuedAt,
    }
    await appendToJournal(tx, issuedAt, {
      actor: asked.actor,
      act: 'mandate-issued',
      subject: {
        sessionId: asked.sessionId,
        mandateId,
        kind: asked.post.kind,
        panelId: change.panel.id,
        personId: change.personId,
        replacedId,
      },
    })
    await updateSession(tx, change.session)
    await insertMandate(tx, asked.sessionId, issued)
    return { ok: true, issued } as const
  })
  if (outcome.ok) await storage.announceChange(asked.sessionId)
  return outcome
}

async function addOral(
  db: Db,
  { session, gridHashes }: StoredSession,
  post: Extract<MandatePost, { kind: 'oral' }>,
): Promise<Change | Refusal> {
  const panel = session.panels.find(({ id }) => id === post.panelId)
  const gridHash = gridHashes[post.gridId]
  const grid = gridHash === undefined ? null : await findGrid(db, gridHash)
  if (!panel || !grid) return { ok: false, code: 'not-found' }
  const blocks = grid.part.kind === 'block' ? [grid.part.blockId] : []
  const candidate = candidateFor(session, post, blocks)
  if ('ok' in candidate) return candidate
  const oral: Oral = {
    id: randomUUID(),
    candidateId: candidate.id,
    panelId: panel.id,
    gridId: post.gridId,
    startsAt: post.startsAt,
    room: panel.room,
    supportId: session.supports.find((support) => support.candidateId === candidate.id && support.gridId === post.gridId)?.id ?? null,
    scenario: null,
  }
  const candidates = [...session.candidates.filter(({ id }) => id !== candidate.id), candidate]
  return {
    session: { ...session, candidates, orals: [...session.orals, oral] },
    panel,
    personId: candidate.id,
    told: { candidates: [candidate], jurors: [], orals: [oral] },
  }
}

/** The candidate of the new oral. A late one takes no number that somebody has; one already there must not have this part twice in a panel. */
function candidateFor(session: ExamSession, post: Extract<MandatePost, { kind: 'oral' }>, blocks: string[]): Candidate | Refusal {
  const { candidate } = post
  if ('candidateId' in candidate) {
    const known = session.candidates.find(({ id }) => id === candidate.candidateId)
    if (!known) return { ok: false, code: 'not-found' }
    const isThere = session.orals.some(
      (oral) => oral.candidateId === known.id && oral.panelId === post.panelId && oral.gridId === post.gridId,
    )
    return isThere ? { ok: false, code: 'mandate-useless' } : { ...known, blocks: [...new Set([...known.blocks, ...blocks])] }
  }
  if (session.candidates.some(({ number }) => number === candidate.number)) return { ok: false, code: 'mandate-useless' }
  return { id: randomUUID(), ...candidate, blocks }
}

/** A juror is not told to sit where they sit already, nor in the place of somebody who then does not sit. */
function addJuror({ session }: StoredSession, post: Extract<MandatePost, { kind: 'juror' }>): Change | Refusal {
  const panel = session.panels.find(({ id }) => id === post.panelId)
  const juror = session.jurors.find(({ id }) => id === post.jurorId)
  const orals = session.orals
    .filter((oral) => oral.panelId === post.panelId)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  const first = post.fromOralId === null ? orals[0] : orals.find(({ id }) => id === post.fromOralId)
  if (!panel || !juror || (!first && post.fromOralId !== null)) return { ok: false, code: 'not-found' }
  const before = first ? panelAt(panel, first.startsAt) : panel
  const isUseless = before.jurorIds.includes(juror.id) || (post.replaces !== null && !before.jurorIds.includes(post.replaces))
  if (isUseless) return { ok: false, code: 'mandate-useless' }
  const substitution = substitutionOf(post, first?.startsAt ?? `${session.startsOn}T00:00:00Z`)
  const united: Panel = {
    ...panel,
    jurorIds: [...new Set([...panel.jurorIds, juror.id])],
    ...(substitution ? { substitutions: [...(panel.substitutions ?? []), substitution] } : {}),
  }
  const candidateIds = new Set(orals.map((oral) => oral.candidateId))
  return {
    session: { ...session, panels: session.panels.map((one) => (one.id === panel.id ? united : one)) },
    panel: united,
    personId: juror.id,
    told: {
      candidates: session.candidates.filter(({ id }) => candidateIds.has(id)),
      jurors: session.jurors.filter(({ id }) => united.jurorIds.includes(id)),
      orals,
      ...(substitution ? { substitution } : {}),
    },
  }
}

/** Nothing to say of a juror who sits at every oral of the panel beside the others. */
function substitutionOf(post: Extract<MandatePost, { kind: 'juror' }>, from: string): Mandate['substitution'] {
  if (post.replaces === null && post.fromOralId === null) return undefined
  return { jurorId: post.jurorId, replaces: post.replaces, from }
}
