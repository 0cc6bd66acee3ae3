import type { DraftState } from './draft.ts'
import type { Observation, PartVerdict, VerdictLevel } from './entry.ts'
import { type Grid, type GridSection, sectionIndicators } from './grid.ts'

/** Why a section is proposed as it is; the screen turns it into one sentence. */
export interface SectionProposal {
  /** null when nothing counts yet. */
  verdict: VerdictLevel | null
  /** Weighted share of what was evaluated, 0–100, rounded; null when nothing was. */
  percent: number | null
  observed: number
  partial: number
  notObserved: number
  notEvaluated: number
  unmarked: number
  /** Essential indicators not observed: they keep the section from `acquired`. */
  missingEssentials: string[]
}

export interface PartProposal {
  verdict: PartVerdict | null
  /** `incomplete`: sections without a verdict remain, so nothing is proposed. */
  reason: 'incomplete' | 'ruleMet' | 'ruleNotMet' | 'eliminatory'
  acquired: string[]
  notAcquired: string[]
  pending: string[]
  eliminatoryFailed: string[]
  /** The weighted average, for rules that use one. */
  average: number | null
}

const SCORE: Record<Observation, number | null> = { observed: 1, partial: 0.5, notObserved: 0, notEvaluated: null }

/** Proposes a section's verdict from its indicators: the grid's rule, nothing else. */
export function proposeSection(grid: Grid, section: GridSection, marks: DraftState['marks']): SectionProposal {
  const counts = { observed: 0, partial: 0, notObserved: 0, notEvaluated: 0, unmarked: 0 }
  const missingEssentials: string[] = []
  let score = 0
  let weight = 0
  for (const indicator of sectionIndicators(section)) {
    const value = marks[indicator.id]?.value
    if (value === undefined) counts.unmarked += 1
    else counts[value] += 1
    if (indicator.essential && (value === 'notObserved' || value === 'notEvaluated')) missingEssentials.push(indicator.id)
    const points = value === undefined ? null : SCORE[value]
    if (points !== null) {
      score += points * indicator.weight
      weight += indicator.weight
    }
  }
  if (weight === 0) return { verdict: null, percent: null, ...counts, missingEssentials }
  const exact = (score / weight) * 100
  const { acquiredFromPercent, inProgressFromPercent } = grid.decisionRule.section
  let verdict: VerdictLevel = exact >= acquiredFromPercent ? 'acquired' : exact >= inProgressFromPercent ? 'inProgress' : 'notAcquired'
  if (verdict === 'acquired' && missingEssentials.length > 0) verdict = 'inProgress'
  return { verdict, percent: Math.round(exact), ...counts, missingEssentials }
}

/** Proposes the part's verdict from the juror's section verdicts by the grid's rule. */
export function proposePart(grid: Grid, verdicts: DraftState['verdicts']): PartProposal {
  const acquired: string[] = []
  const notAcquired: string[] = []
  const pending: string[] = []
  const eliminatoryFailed: string[] = []
  for (const section of grid.sections) {
    const given = verdicts[section.id]
    if (!given) pending.push(section.id)
    else if (given.verdict === 'acquired') acquired.push(section.id)
    else {
      notAcquired.push(section.id)
      if (section.eliminatory) eliminatoryFailed.push(section.id)
    }
  }
  const average = averagePoints(grid, verdicts)
  const result = { acquired, notAcquired, pending, eliminatoryFailed, average }
  if (pending.length > 0) return { verdict: null, reason: 'incomplete', ...result }
  if (eliminatoryFailed.length > 0) return { verdict: 'notValidated', reason: 'eliminatory', ...result }
  return meetsRule(grid, verdicts, acquired.length, average)
    ? { verdict: 'validated', reason: 'ruleMet', ...result }
    : { verdict: 'notValidated', reason: 'ruleNotMet', ...result }
}

function meetsRule(grid: Grid, verdicts: DraftState['verdicts'], acquiredCount: number, average: number | null): boolean {
  const rule = grid.decisionRule.part
  switch (rule.kind) {
    case 'allAcquired':
      return acquiredCount === grid.sections.length
    case 'atLeast':
      return acquiredCount >= rule.count
    case 'percent':
      return (acquiredCount / grid.sections.length) * 100 >= rule.percent
    case 'average':
      return average !== null && average >= rule.threshold && grid.sections.every((s) => (verdicts[s.id]?.points ?? 0) >= rule.floor)
  }
}

function averagePoints(grid: Grid, verdicts: DraftState['verdicts']): number | null {
  if (grid.scale.kind !== 'points') return null
  let sum = 0
  let weight = 0
  for (const section of grid.sections) {
    const points = verdicts[section.id]?.points
    if (points === undefined || points === null) return null
    sum += points * section.weight
    weight += section.weight
  }
  return sum / weight
}
