import { randomUUID } from 'node:crypto'
import { composeMinutes, decisionBasis, type MinutesFacts, type MinutesSources } from '#domain/compose-minutes.ts'
import type { PanelDecision } from '#domain/deliberation.ts'
import type { ExamSession } from '#domain/exam-session.ts'
import { jurorsHearing, type Minutes } from '#domain/minutes.ts'
import { type MinutesIssue, minutesIssues } from '#domain/minutes-readiness.ts'
import { freezeMinutes } from '#seal/minutes.ts'
import type { ServerContext } from '../context.ts'
import { appendAfter, lockJournal } from '../storage/journal.ts'
import { insertMinutes, sessionMinutes } from '../storage/minutes.ts'
import { inTransaction } from '../storage/transaction.ts'
import { decisionsElsewhere, inForce, type PanelDay, type PanelDayPlace, readPanelDay } from './panel-day.ts'

export interface MinutesDraft {
  minutes: Minutes
  issues: MinutesIssue[]
}

/** What the minutes would say now, and what keeps them from being frozen; null when there is no such panel or day. */
export async function draftMinutes(context: ServerContext, place: PanelDayPlace, facts: MinutesFacts): Promise<MinutesDraft | null> {
  const day = await readPanelDay(context, place)
  return day && draftOf(day, facts)
}

function draftOf(day: PanelDay, facts: MinutesFacts): MinutesDraft {
  const sources: MinutesSources = {
    ...day,
    ...day.place,
    id: `pv-${randomUUID()}`,
    decisions: day.decisions.map((decision) => withoutRecused(day, decision, facts.recusals)),
    otherDecisions: decisionsElsewhere(day),
    facts,
  }
  return { minutes: composeMinutes(sources), issues: minutesIssues(sources) }
}

/** A decision on the sheets of those who took part in it, when somebody stood aside after it was recorded: as the tablet does it. */
function withoutRecused(day: PanelDay, decision: PanelDecision, recusals: Minutes['recusals']): PanelDecision {
  const oral = day.orals.find(({ id }) => id === decision.oralId)
  const published = day.grids.find(({ grid }) => grid.id === oral?.gridId)
  if (!oral || !published) return decision
  const hearing = jurorsHearing(day.panel, recusals, oral)
  const tookPart = [...decision.sheets.map(({ jurorId }) => jurorId), ...decision.missingJurors]
  if (tookPart.every((id) => hearing.includes(id))) return decision
  const hashes = new Set(decision.sheets.map(({ hash }) => hash))
  const { sectionProposals: _proposals, ...basis } = decisionBasis(
    published,
    oral,
    hearing,
    day.sheets.filter(({ hash }) => hashes.has(hash)),
  )
  return { ...decision, ...basis }
}

export type FreezeOutcome =
  | { ok: true; hash: string }
  | { ok: false; code: 'superseded' }
  | { ok: false; code: 'notReady'; issues: MinutesIssue[]; session: ExamSession }

/**
 * Freezes a panel's minutes of one day. They correct the ones in force when there are some, by name, or are the first: checked under the
 * journal's lock, so that two coordinators never freeze twice. Null when there is no such panel or day.
 */
export async function freezePanelMinutes(
  context: ServerContext,
  place: PanelDayPlace,
  facts: MinutesFacts,
  actor: string,
): Promise<FreezeOutcome | null> {
  const { storage, now } = context
  const day = await readPanelDay(context, place)
  if (!day) return null
  const draft = draftOf(day, facts)
  if (draft.issues.length > 0) return { ok: false, code: 'notReady', issues: draft.issues, session: day.session }
  const sealed = await freezeMinutes(draft.minutes)
  const at = now().toISOString()
  const amends = facts.amends?.hash ?? null
  const frozen = await inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const known = await sessionMinutes(tx, place.sessionId)
    const current = inForce(known).filter(({ panel_id, day: date }) => panel_id === place.panelId && date === place.day)
    if (amends === null ? current.length > 0 : !current.some(({ hash }) => hash === amends)) return false
    const [row] = await appendAfter(tx, head, at, [
      {
        actor,
        act: 'minutes-frozen',
        subject: { sessionId: place.sessionId, minutesHash: sealed.hash, panelId: place.panelId, day: place.day, amends },
      },
    ])
    if (!row) throw new Error('the journal wrote no row')
    await insertMinutes(tx, [
      {
        hash: sealed.hash,
        session_id: place.sessionId,
        panel_id: place.panelId,
        day: place.day,
        text: sealed.text,
        amends,
        origin: 'desk',
        received_at: at,
        journal_index: row.index,
      },
    ])
    return true
  })
  if (!frozen) return { ok: false, code: 'superseded' }
  await storage.announceChange(place.sessionId)
  return { ok: true, hash: sealed.hash }
}
