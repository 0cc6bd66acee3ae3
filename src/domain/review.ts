import type { DraftState } from './draft.ts'
import { type Grid, gridIndicators, sectionIndicators } from './grid.ts'
import { proposePart, proposeSection } from './proposal.ts'
import type { TimerReading } from './timer.ts'

/** One thing to look at before signing. `missing` and `contradiction` need a reason to be signed as they are; `blocking` cannot be signed. */
export interface Finding {
  code:
    | 'presenceMissing'
    | 'identityUnchecked'
    | 'timerNeverStarted'
    | 'timerRunning'
    | 'indicatorsUnmarked'
    | 'deliveryUnmarked'
    | 'verdictMissing'
    | 'verdictWithoutObservation'
    | 'verdictReasonMissing'
    | 'partVerdictMissing'
    | 'partAgainstRule'
    | 'partReasonMissing'
    | 'appreciationMissing'
    | 'presenceReasonMissing'
    | 'absentButTimed'
  severity: 'blocking' | 'missing' | 'contradiction'
  /** The section concerned, when there is one. */
  sectionId: string | null
  count: number
}

const finding = (code: Finding['code'], severity: Finding['severity'], sectionId: string | null = null, count = 1): Finding => ({
  code,
  severity,
  sectionId,
  count,
})

/** Lists what is missing or contradictory in a draft, in the order of the screen. An oral that did not take place asks only for its reason. */
export function reviewDraft(grid: Grid, draft: DraftState, timer: Pick<TimerReading, 'status'>): Finding[] {
  if (draft.presence === null) return [finding('presenceMissing', 'blocking')]
  const findings: Finding[] = []
  if (timer.status === 'running' || timer.status === 'paused') findings.push(finding('timerRunning', 'blocking'))
  if (draft.presence === 'absent') return [...findings, ...(timer.status === 'stopped' ? [finding('absentButTimed', 'contradiction')] : [])]
  if (draft.presence !== 'present') {
    if (draft.presenceReason.trim() === '') findings.push(finding('presenceReasonMissing', 'blocking'))
    return findings
  }
  if (!draft.identityChecked) findings.push(finding('identityUnchecked', 'missing'))
  if (timer.status === 'ready' && (draft.transcribed?.minutes ?? null) === null)
    findings.push(finding('timerNeverStarted', 'contradiction'))
  for (const section of grid.sections) findings.push(...reviewSection(grid, draft, section.id))
  const unmarkedDelivery = grid.delivery.items.filter((item) => draft.marks[item.target] === undefined).length
  if (unmarkedDelivery > 0 && !grid.delivery.counted) findings.push(finding('deliveryUnmarked', 'missing', null, unmarkedDelivery))
  findings.push(...reviewPart(grid, draft))
  if (draft.appreciation.trim() === '') findings.push(finding('appreciationMissing', 'missing'))
  return findings
}

function reviewSection(grid: Grid, draft: DraftState, sectionId: string): Finding[] {
  const section = grid.sections.find((candidate) => candidate.id === sectionId)
  if (!section) return []
  const findings: Finding[] = []
  const proposal = proposeSection(grid, section, draft.marks)
  const counted = sectionIndicators(section).filter((i) => i.weight > 0 && draft.marks[i.id] === undefined).length
  if (counted > 0) findings.push(finding('indicatorsUnmarked', 'missing', sectionId, counted))
  const given = draft.verdicts[sectionId]
  if (!given) findings.push(finding('verdictMissing', 'blocking', sectionId))
  else {
    if (given.verdict === 'acquired' && proposal.observed + proposal.partial === 0) {
      findings.push(finding('verdictWithoutObservation', 'contradiction', sectionId))
    }
    const needsReason = given.verdict === 'notAcquired' || given.verdict !== proposal.verdict
    if (needsReason && given.reason.trim() === '') findings.push(finding('verdictReasonMissing', 'blocking', sectionId))
  }
  return findings
}

function reviewPart(grid: Grid, draft: DraftState): Finding[] {
  if (draft.partVerdict === null) return [finding('partVerdictMissing', 'blocking')]
  const proposal = proposePart(grid, draft.verdicts)
  const against = proposal.verdict !== null && proposal.verdict !== draft.partVerdict.verdict
  const needsReason = against || draft.partVerdict.verdict === 'notValidated'
  if (needsReason && draft.partVerdict.reason.trim() === '') return [finding('partReasonMissing', 'blocking')]
  return against ? [finding('partAgainstRule', 'contradiction')] : []
}

/** True when nothing forbids signing; findings other than `blocking` then need one reason for the whole sheet. */
export function canSign(findings: readonly Finding[]): boolean {
  return findings.every((item) => item.severity !== 'blocking')
}

export interface Progress {
  marked: number
  total: number
  sectionsDone: number
  sectionsTotal: number
}

/** What is done and what remains. A section is done once its verdict is given. */
export function draftProgress(grid: Grid, draft: DraftState): Progress {
  const indicators = gridIndicators(grid)
  return {
    marked: indicators.filter((indicator) => draft.marks[indicator.id] !== undefined).length,
    total: indicators.length,
    sectionsDone: grid.sections.filter((section) => draft.verdicts[section.id] !== undefined).length,
    sectionsTotal: grid.sections.length,
  }
}
