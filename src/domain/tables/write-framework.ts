import type { Framework } from '../framework.ts'
import { columnLabel, FRAMEWORK_COLUMNS, FRAMEWORK_FACTS, type FrameworkLabels, type ListSheet } from './framework-columns.ts'
import type { Cell, Table } from './table.ts'

type Value = string | number | boolean | readonly string[] | null | undefined
type Line = Record<string, Value>

/** A framework as the sheets of a workbook; read again, they give the same framework. Without one: the titles alone, to be filled in. */
export function writeFramework(framework: Framework | null, labels: FrameworkLabels): Table[] {
  const facts = framework ? factsOf(framework) : {}
  const lines = framework ? linesOf(framework) : null
  return [
    {
      name: labels.sheet.facts,
      rows: [[labels.field, labels.value], ...FRAMEWORK_FACTS.map(({ key }) => [labels.fact[key], cellOf(facts[key], labels)])],
    },
    ...(Object.keys(FRAMEWORK_COLUMNS) as ListSheet[]).map((sheet) => ({
      name: labels.sheet[sheet],
      rows: [
        FRAMEWORK_COLUMNS[sheet].map(({ key }) => columnLabel(labels, sheet, key)),
        ...(lines?.[sheet] ?? []).map((line) => FRAMEWORK_COLUMNS[sheet].map(({ key }) => cellOf(line[key], labels))),
      ],
    })),
  ]
}

function cellOf(value: Value, labels: FrameworkLabels): Cell {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? labels.yes : labels.no
  return typeof value === 'object' ? value.join('\n') || null : value
}

function factsOf({ rules, delivery, finalInterview, ...framework }: Framework): Line {
  return {
    ...(framework as unknown as Line),
    blocksRule: rules.blocks,
    titleRule: rules.title,
    deliverySource: delivery.source,
    deliveryScope: delivery.scope,
    alsoObservableIn: delivery.alsoObservableIn,
    interviewRequired: finalInterview?.required,
    interviewCondition: finalInterview?.condition,
    interviewAudience: finalInterview?.audience,
    interviewSupportType: finalInterview?.support.type,
    interviewSupportContent: finalInterview?.support.content,
    interviewMinutes: finalInterview?.minutes,
    interviewNote: finalInterview?.note,
  }
}

function linesOf({ blocks, delivery, finalInterview, tags, openPoints, corrections }: Framework): Record<ListSheet, Line[]> {
  const activities = blocks.flatMap((block) => block.activities.map((activity) => ({ ...activity, parent: block.id })))
  const competences = activities.flatMap((activity) => activity.competences.map((one) => ({ ...one, parent: activity.id })))
  const criteria = competences.flatMap((competence) => competence.criteria.map((one) => ({ ...one, parent: competence.id })))
  const indicators = criteria.flatMap((criterion) => criterion.indicators.map((one) => ({ ...one, parent: criterion.id })))
  return {
    blocks: blocks.map(({ id, title, context, assessment }) => ({ id, title, context, ...assessment })),
    activities: activities.map(({ id, parent, title }) => ({
      id,
      parent,
      title,
      inInterview: finalInterview?.activities.includes(id) ?? false,
    })),
    competences: competences.map(({ id, parent, title, means, purpose }) => ({ id, parent, title, means, purpose })),
    criteria: criteria.map(({ id, parent, title, note }) => ({ id, parent, title, note })),
    indicators: indicators.map(({ id, parent, label, tags: own, details, note }) => ({ id, parent, label, tags: own, details, note })),
    delivery: delivery.items.map(({ id, title, tag, indicatorId, observables, timed }) => ({
      id,
      title,
      tag,
      indicatorId,
      observables,
      timed,
    })),
    tags: Object.entries(tags).map(([tag, meaning]) => ({ tag, meaning })),
    openPoints: openPoints.map((point) => ({ point })),
    corrections: corrections.map(({ place, read, kept, nature }) => ({ place, read, kept, nature })),
  }
}
