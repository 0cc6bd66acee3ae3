import { type Grid, type GridContradiction, gridContradictions, sectionIndicators } from './grid.ts'

/** A complaint about one place of a grid. `code` is stable and has a sentence in the texts. */
export interface GridIssue {
  path: (string | number)[]
  code:
    | GridContradiction['code']
    | 'duplicate-id'
    | 'focus-unknown'
    | 'count-above-sections'
    | 'average-needs-points'
    | 'threshold-above-max'
    | 'floor-above-max'
    | 'step-above-max'
    | 'levels-reversed'
    | 'section-weightless'
    | 'warning-before-start'
}

/** Everything that would make a grid decide nonsense, all at once. Also told of a draft whose fields are not all right yet. */
export function checkGrid(grid: Grid): GridIssue[] {
  return [...gridContradictions(grid), ...sectionIssues(grid), ...timeIssues(grid), ...ruleIssues(grid)]
}

function sectionIssues(grid: Grid): GridIssue[] {
  const issues: GridIssue[] = repeated(grid.sections).map((index) => ({ path: ['sections', index], code: 'duplicate-id' }))
  grid.sections.forEach((section, index) => {
    if (sectionIndicators(section).every(({ weight }) => weight === 0))
      issues.push({ path: ['sections', index], code: 'section-weightless' })
  })
  return issues
}

function timeIssues(grid: Grid): GridIssue[] {
  const sections = new Set(grid.sections.map(({ id }) => id))
  const issues: GridIssue[] = repeated(grid.phases).map((index) => ({ path: ['phases', index], code: 'duplicate-id' }))
  grid.phases.forEach((phase, index) => {
    if (phase.focus.some((id) => !sections.has(id))) issues.push({ path: ['phases', index, 'focus'], code: 'focus-unknown' })
  })
  if (grid.warningMinutes.some((minutes) => minutes >= grid.durationMinutes))
    issues.push({ path: ['warningMinutes'], code: 'warning-before-start' })
  return issues
}

function ruleIssues({ decisionRule: { section, part }, scale, sections }: Grid): GridIssue[] {
  const issues: GridIssue[] = []
  const add = (path: GridIssue['path'], code: GridIssue['code']) => issues.push({ path, code })
  if (section.inProgressFromPercent > section.acquiredFromPercent)
    add(['decisionRule', 'section', 'inProgressFromPercent'], 'levels-reversed')
  if (scale.kind === 'points' && scale.step > scale.max) add(['scale', 'step'], 'step-above-max')
  if (part.kind === 'atLeast' && part.count > sections.length) add(['decisionRule', 'part', 'count'], 'count-above-sections')
  if (part.kind !== 'average') return issues
  if (scale.kind !== 'points') add(['decisionRule', 'part', 'kind'], 'average-needs-points')
  else {
    if (part.threshold > scale.max) add(['decisionRule', 'part', 'threshold'], 'threshold-above-max')
    if (part.floor > scale.max) add(['decisionRule', 'part', 'floor'], 'floor-above-max')
  }
  return issues
}

/** Places of the rows whose id stands higher up already. */
function repeated(rows: readonly { id: string }[]): number[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ id }, index) => {
    if (first.has(id)) return [index]
    first.set(id, index)
    return []
  })
}
