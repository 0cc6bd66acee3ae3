import { type MinutesSources, oralsOfDay } from './compose-minutes.ts'
import { checkComposition } from './composition.ts'
import { checkDecision } from './deliberation.ts'
import type { Panel } from './exam-session.ts'
import { jurorsHearing } from './minutes.ts'
import { panelAt, panelThrough } from './panel-seats.ts'

/** What keeps a panel's minutes from being frozen. `subjectId`: the oral or juror concerned. */
export interface MinutesIssue {
  code:
    | 'nothingDecided'
    | 'oralUndecided'
    | 'decisionUnfinished'
    | 'singleJuror'
    | 'noPresident'
    | 'compositionReasonMissing'
    | 'parityReasonMissing'
    | 'parityWrong'
    | 'absenceReasonMissing'
    | 'endBeforeStart'
    | 'appealMissing'
  subjectId: string | null
}

/** Checks what minutes would say before anybody signs it: once frozen, only corrective minutes can change it. */
export function minutesIssues(
  sources: Pick<MinutesSources, 'session' | 'panelId' | 'day' | 'grids' | 'decisions' | 'facts'>,
): MinutesIssue[] {
  const { session, panelId, day, decisions, facts } = sources
  const issues: MinutesIssue[] = []
  const add = (code: MinutesIssue['code'], subjectId: string | null = null) => issues.push({ code, subjectId })
  const decided = new Set(decisions.map(({ oralId }) => oralId))
  if (decided.size === 0) add('nothingDecided')
  for (const oral of oralsOfDay(session, panelId, day)) if (!decided.has(oral.id)) add('oralUndecided', oral.id)
  for (const { jurorId, reason } of facts.absences) if (reason.trim() === '') add('absenceReasonMissing', jurorId)
  if (Date.parse(facts.endedAt) < Date.parse(facts.startedAt)) add('endBeforeStart')
  if (facts.appeal.trim() === '') add('appealMissing')
  const panel = session.panels.find((one) => one.id === panelId)
  if (!panel) throw new RangeError('unknown panel')
  for (const oralId of shakenDecisions(sources, panel)) add('decisionUnfinished', oralId)
  const away = new Set(facts.absences.map(({ jurorId }) => jurorId))
  const members = panelThrough(panel, oralsOfDay(session, panelId, day))
  const sitting = { ...members, jurorIds: members.jurorIds.filter((id) => !away.has(id)) }
  const isExplained = facts.compositionNotes.some((note) => note.trim() !== '')
  if (facts.parity) {
    const { women, men } = facts.parity
    if (women + men > sitting.jurorIds.length) add('parityWrong')
    else if ((women === 0 || men === 0) && !isExplained) add('parityReasonMissing')
  }
  for (const { code } of checkComposition(sitting, session.jurors, [])) {
    if (code === 'singleJuror' || code === 'noPresident') add(code)
    else if (!isExplained) add('compositionReasonMissing')
  }
  return issues
}

/** Decisions that no longer stand by the rules now that a juror stood aside for their candidate: a ballot too many, or a reason that is missing. */
function shakenDecisions(
  { session, grids, decisions, facts }: Pick<MinutesSources, 'session' | 'grids' | 'decisions' | 'facts'>,
  panel: Panel,
): string[] {
  return decisions
    .filter(({ candidateId }) => facts.recusals.some((one) => one.candidateId === candidateId))
    .filter((decision) => {
      const oral = session.orals.find(({ id }) => id === decision.oralId)
      const grid = grids.find((published) => published.grid.id === oral?.gridId)?.grid
      if (!oral || !grid) return false
      const { presidentId } = panelAt(panel, oral.startsAt)
      return checkDecision(grid, decision, { jurorIds: jurorsHearing(panel, facts.recusals, oral), presidentId }).length > 0
    })
    .map(({ oralId }) => oralId)
}
