import type { DecisionRequest, DeliberatedOral, Deliberation } from '#contract/minutes.ts'
import type { Role } from '#contract/roles.ts'
import { decisionBasis, type HashedGrid } from '#domain/compose-minutes.ts'
import { checkDecision, type DecisionIssue, type PanelDecision, panelDecisionSchema } from '#domain/deliberation.ts'
import type { Oral } from '#domain/exam-session.ts'
import { jurorsHearing } from '#domain/minutes.ts'
import { panelAt } from '#domain/panel-seats.ts'
import type { ServerContext } from '../context.ts'
import { areSheetsOpen } from '../data-protection/sheet-access.ts'
import { saveDecision } from '../storage/decisions.ts'
import { appendToJournal } from '../storage/journal.ts'
import { inTransaction } from '../storage/transaction.ts'
import { oralEvidence } from './oral-evidence.ts'
import { type PanelDay, type PanelDayPlace, readPanelDay } from './panel-day.ts'
import { summarise } from './stored-minutes.ts'

/** What a panel deliberates on, oral by oral, and what it decided so far; null when there is no such panel or day. */
export async function openDeliberation(context: ServerContext, place: PanelDayPlace, role: Role): Promise<Deliberation | null> {
  const day = await readPanelDay(context, place)
  if (!day) return null
  const mayRead = await areSheetsOpen(context, place.sessionId, role)
  const own = day.minutes.filter(({ panel_id, day: date }) => panel_id === place.panelId && date === place.day)
  return {
    orals: day.orals.map((oral) => deliberatedOral(day, oral, mayRead)),
    recusals: day.recusals,
    minutes: await summarise(context.storage.db, own, day.minutes),
    appeal: day.certifier?.appeal || null,
  }
}

function deliberatedOral(day: PanelDay, oral: Oral, mayRead: boolean): DeliberatedOral {
  const published = gridOf(day, oral)
  const { sectionProposals, ...basis } = decisionBasis(published, oral, jurorsHearing(day.panel, day.recusals, oral), day.sheets)
  const counted = new Set(basis.sheets.map(({ hash }) => hash))
  const sheets = day.sheets.filter(({ hash }) => counted.has(hash)).map(({ sheet }) => sheet)
  const decision = day.decisions.find(({ oralId }) => oralId === oral.id) ?? null
  return {
    ...basis,
    sections: published.grid.sections.map(({ id, title }) => ({ id, title, proposal: sectionProposals[id] ?? null })),
    decision,
    evidence: mayRead ? oralEvidence(published.grid, sheets) : null,
    outdated: decision !== null && hashesOf(decision) !== hashesOf(basis),
  }
}

function gridOf(day: PanelDay, oral: Oral): HashedGrid {
  const found = day.grids.find(({ grid }) => grid.id === oral.gridId)
  if (!found) throw new Error('an oral without grid')
  return found
}

function hashesOf({ sheets }: Pick<PanelDecision, 'sheets'>): string {
  return sheets
    .map(({ hash }) => hash)
    .sort()
    .join()
}

export type DecisionOutcome = { ok: true; decision: PanelDecision } | { ok: false; issues: DecisionIssue[] }

/** Records the panel's decision on one oral, with what the panel had before it at that moment; null when there is no such oral that day. */
export async function recordDecision(
  context: ServerContext,
  place: PanelDayPlace,
  request: DecisionRequest,
  actor: string,
): Promise<DecisionOutcome | null> {
  const day = await readPanelDay(context, place)
  const oral = day?.orals.find(({ id }) => id === request.oralId)
  if (!day || !oral) return null
  const published = gridOf(day, oral)
  const { sectionProposals: _proposals, ...basis } = decisionBasis(
    published,
    oral,
    jurorsHearing(day.panel, day.recusals, oral),
    day.sheets,
  )
  const decision = panelDecisionSchema.parse({ ...request, ...basis })
  const { presidentId } = panelAt(day.panel, oral.startsAt)
  const issues = checkDecision(published.grid, decision, { jurorIds: jurorsHearing(day.panel, day.recusals, oral), presidentId })
  if (issues.length > 0) return { ok: false, issues }
  const { storage, now } = context
  const at = now().toISOString()
  await inTransaction(storage.db, async (tx) => {
    await appendToJournal(tx, at, {
      actor,
      act: 'decision-recorded',
      subject: { sessionId: place.sessionId, panelId: place.panelId, oralId: oral.id, verdict: decision.verdict },
    })
    await saveDecision(tx, place, decision, { at, by: actor })
  })
  await storage.announceChange(place.sessionId)
  return { ok: true, decision }
}
