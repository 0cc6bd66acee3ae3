import type { Observable } from 'dexie'
import {
  composeMinutes,
  decisionBasis,
  type HashedGrid,
  type HashedSheet,
  type MinutesFacts,
  type MinutesSources,
} from '#domain/compose-minutes.ts'
import { type DecisionDraft, emptyDecision, finishDecision } from '#domain/decision-draft.ts'
import { checkDecision, type DecisionIssue, type PanelDecision } from '#domain/deliberation.ts'
import type { Candidate, Oral } from '#domain/exam-session.ts'
import { jurorsHearing, type Minutes } from '#domain/minutes.ts'
import { panelAt } from '#domain/panel-seats.ts'
import { db, rangeOf } from '../db.ts'
import { liveMapped } from '../live.ts'
import type { Notebook } from '../notebook.ts'
import { readDecisions } from './decisions.ts'
import { officeRecusals, readFacts } from './facts.ts'
import { type OralSheets, readPanelSheets, touchPanelSheets } from './gathered-sheets.ts'
import { type KeptMinutes, minutesInForce, readAllMinutes } from './kept-minutes.ts'
import { findPanelDay, type PanelDay } from './panel-day.ts'

/** One oral on the deliberation's table. */
export interface TableOral extends OralSheets {
  oral: Oral
  candidate: Candidate
  grid: HashedGrid
  /** Jurors who take part: the panel's, less who stood aside for this candidate. */
  jurorIds: string[]
  basis: ReturnType<typeof decisionBasis>
  draft: DecisionDraft
  /** The decision as the minutes would have it, or null while it is open. */
  decision: PanelDecision | null
  issues: DecisionIssue[]
  /** Sheets that came in, or were corrected, after the panel's last change to its decision. */
  sheetsSince: HashedSheet[]
}

type Recusal = Minutes['recusals'][number]

/** Everything a panel day's deliberation stands on, computed anew at each change of what is stored. */
export interface DeliberationTable {
  panelDay: PanelDay
  orals: TableOral[]
  /** What was said of the day, or null when nothing was yet. */
  facts: MinutesFacts | null
  /** Candidates for whom this juror's own recusal can no longer be taken back. */
  openedFor: readonly string[]
  /** The minutes that hold now, or null while nothing is frozen. */
  minutes: KeptMinutes | null
  /** Frozen, and no corrective minutes begun: nothing may change. */
  isFrozen: boolean
  /** Recusals the office has noted and frozen minutes do not say: only corrective ones can. */
  recusalsSince: Recusal[]
}

/** A panel day's deliberation, kept up to date with every tab; null when the panel does not sit that day. */
export function watchTable(notebook: Notebook, panelId: string, day: string): Observable<DeliberationTable | null> {
  return liveMapped(
    () => touchTable(notebook.vaultId),
    () => readTable(notebook, panelId, day),
  )
}

async function touchTable(vaultId: string): Promise<unknown> {
  const kinds = await Promise.all((['decision', 'facts', 'minutes'] as const).map((kind) => rangeOf.panelKind(vaultId, kind).toArray()))
  return [kinds, await touchPanelSheets(vaultId), await db.records.get([vaultId, 'package']), await db.outbox.count()]
}

/** A panel day's deliberation, now. */
export async function readTable(notebook: Notebook, panelId: string, day: string): Promise<DeliberationTable | null> {
  const panelDay = findPanelDay(notebook, panelId, day)
  if (panelDay === null) return null
  const { facts, openedFor } = await readFacts(notebook, panelId, day)
  const minutes = minutesInForce(await readAllMinutes(notebook), panelId, day)
  const isFrozen = minutes !== null && facts?.amends?.hash !== minutes.hash
  const office = officeRecusals(notebook, panelId, day)
  // Frozen minutes stand on who stood aside then; what the office says afterwards is for corrective ones.
  const recusals = isFrozen ? minutes.minutes.recusals : (facts?.recusals ?? office)
  const ownRecusals = recusals.filter(({ jurorId }) => jurorId === notebook.juror.id).map(({ candidateId }) => candidateId)
  const stoodAside = new Set(panelDay.orals.filter(({ candidateId }) => ownRecusals.includes(candidateId)).map(({ id }) => id))
  const sheets = await readPanelSheets(
    notebook,
    panelDay.orals.map(({ id }) => id),
    stoodAside,
  )
  const drafts = await readDecisions(notebook)
  const orals = panelDay.orals.flatMap((oral) => {
    const draft = drafts.get(oral.id) ?? emptyDecision(oral.id)
    const here = sheets.get(oral.id)
    return here ? layOral(notebook, oral, here, draft, recusals) : []
  })
  const isNews = (one: Recusal) => !recusals.some(({ jurorId, candidateId }) => jurorId === one.jurorId && candidateId === one.candidateId)
  return { panelDay, orals, facts, openedFor, minutes, isFrozen, recusalsSince: isFrozen ? office.filter(isNews) : [] }
}

/** Empty when the package lacks the oral's candidate or grid. */
function layOral(notebook: Notebook, oral: Oral, here: OralSheets, draft: DecisionDraft, recusals: MinutesFacts['recusals']): TableOral[] {
  const { session, grids } = notebook.package
  const panel = session.panels.find(({ id }) => id === oral.panelId)
  const candidate = session.candidates.find(({ id }) => id === oral.candidateId)
  const grid = grids.find((published) => published.grid.id === oral.gridId)
  if (!panel || !candidate || !grid) return []
  const jurorIds = jurorsHearing(panel, recusals, oral)
  const { presidentId } = panelAt(panel, oral.startsAt)
  const basis = decisionBasis(grid, oral, jurorIds, here.sheets)
  const counted = here.sheets.filter(({ hash }) => basis.sheets.some((sheet) => sheet.hash === hash))
  const decision = finishDecision(
    draft,
    grid.grid,
    basis,
    counted.map(({ sheet }) => sheet),
  )
  const hasBegun = draft.seenSheets.length > 0
  return [
    {
      ...here,
      sheets: counted,
      oral,
      candidate,
      grid,
      jurorIds,
      basis,
      draft,
      decision,
      issues: decision === null ? [] : checkDecision(grid.grid, decision, { jurorIds, presidentId }),
      sheetsSince: hasBegun ? counted.filter(({ hash }) => !draft.seenSheets.includes(hash)) : [],
    },
  ]
}

/** Decided, with nothing left to say. */
export function isSettled(oral: TableOral): boolean {
  return oral.decision !== null && oral.issues.length === 0 && !oral.isBlind
}

/** The minutes' sources as this tablet has them. Titles count this day's decisions and those of the other minutes kept here. */
export async function minutesSources(
  notebook: Notebook,
  table: DeliberationTable,
  facts: MinutesFacts,
  id: string,
): Promise<MinutesSources> {
  const { panel, day } = table.panelDay
  const { session, framework, grids, certifier = null } = notebook.package
  const all = await readAllMinutes(notebook)
  const amended = new Set(all.map(({ minutes }) => minutes.amends?.hash))
  const others = all.filter(({ hash, minutes }) => !amended.has(hash) && !(minutes.panel.id === panel.id && minutes.day === day))
  return {
    id,
    session,
    panelId: panel.id,
    day,
    framework,
    grids,
    sheets: table.orals.flatMap(({ sheets }) => sheets),
    decisions: table.orals.flatMap((oral) => (oral.decision !== null && isSettled(oral) ? [oral.decision] : [])),
    otherDecisions: others.flatMap(({ minutes }) => minutes.decisions),
    facts,
    certifier,
  }
}

/** The minutes as they would be frozen now, or null while there is nothing to write. */
export function previewMinutes(sources: MinutesSources): Minutes | null {
  return sources.decisions.length === 0 ? null : composeMinutes(sources)
}
