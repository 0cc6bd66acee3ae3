import type { Framework } from './framework.ts'

/** A complaint about one place of a framework's JSON. `code` is stable and has a sentence in the texts. */
export interface FrameworkIssue {
  path: (string | number)[]
  code: 'duplicateId' | 'idTooLong' | 'unknownIndicator' | 'unknownCompetence' | 'unknownActivity' | 'interviewEmpty'
  value: string
}

/** Grids make their own ids from a framework's, by adding a few characters; ids themselves stop at 100. */
const LONGEST_ID = 80

interface Place {
  id: string
  path: (string | number)[]
}

/** Every contradiction inside a well-formed framework, all at once. */
export function checkFramework(framework: Framework): FrameworkIssue[] {
  const activities: Place[] = []
  const competences: Place[] = []
  const indicators: Place[] = []
  const others: Place[] = []
  framework.blocks.forEach((block, b) => {
    others.push({ id: block.id, path: ['blocks', b, 'id'] })
    block.activities.forEach((activity, a) => {
      const inActivity = ['blocks', b, 'activities', a]
      activities.push({ id: activity.id, path: [...inActivity, 'id'] })
      activity.competences.forEach((competence, c) => {
        const inCompetence = [...inActivity, 'competences', c]
        competences.push({ id: competence.id, path: [...inCompetence, 'id'] })
        competence.criteria.forEach((criterion, k) => {
          const inCriterion = [...inCompetence, 'criteria', k]
          others.push({ id: criterion.id, path: [...inCriterion, 'id'] })
          criterion.indicators.forEach(({ id }, i) => {
            indicators.push({ id, path: [...inCriterion, 'indicators', i, 'id'] })
          })
        })
      })
    })
  })
  const items = framework.delivery.items.map(({ id }, index) => ({ id, path: ['delivery', 'items', index, 'id'] }))
  const named = [...others, ...activities, ...competences, ...indicators, ...items]
  return [
    ...idIssues([{ id: framework.id, path: ['id'] }], named),
    ...unknown(
      framework.delivery.items.map((item, index) => ({ id: item.indicatorId, path: ['delivery', 'items', index, 'indicatorId'] })),
      indicators,
      'unknownIndicator',
    ),
    ...unknown(
      framework.delivery.alsoObservableIn.map((id, index) => ({ id, path: ['delivery', 'alsoObservableIn', index] })),
      competences,
      'unknownCompetence',
    ),
    ...interviewIssues(framework, activities),
  ]
}

function idIssues(own: readonly Place[], named: readonly Place[]): FrameworkIssue[] {
  const seen = new Set<string>()
  const issues: FrameworkIssue[] = []
  for (const { id, path } of named) {
    if (seen.has(id)) issues.push({ path, code: 'duplicateId', value: id })
    seen.add(id)
  }
  for (const { id, path } of [...own, ...named]) if (id.length > LONGEST_ID) issues.push({ path, code: 'idTooLong', value: id })
  return issues
}

function interviewIssues({ finalInterview }: Framework, activities: readonly Place[]): FrameworkIssue[] {
  if (!finalInterview) return []
  if (finalInterview.activities.length === 0) return [{ path: ['finalInterview', 'activities'], code: 'interviewEmpty', value: '' }]
  const named = finalInterview.activities.map((id, index) => ({ id, path: ['finalInterview', 'activities', index] }))
  return unknown(named, activities, 'unknownActivity')
}

function unknown(references: readonly Place[], known: readonly Place[], code: FrameworkIssue['code']): FrameworkIssue[] {
  const ids = new Set(known.map(({ id }) => id))
  return references.filter(({ id }) => !ids.has(id)).map(({ id, path }) => ({ path, code, value: id }))
}
