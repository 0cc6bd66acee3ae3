/** The sheets of a framework's workbook, in their order. */
export const FRAMEWORK_SHEETS = [
  'facts',
  'blocks',
  'activities',
  'competences',
  'criteria',
  'indicators',
  'delivery',
  'tags',
  'openPoints',
  'corrections',
] as const
export type FrameworkSheet = (typeof FRAMEWORK_SHEETS)[number]

/** What a cell holds. A list has one element a line of the cell. `optional`: an empty cell says nothing; elsewhere it is an empty text. */
export interface FrameworkColumn {
  key: string
  as: 'text' | 'number' | 'yesNo' | 'list'
  optional?: true
}

const text = <Key extends string>(key: Key) => ({ key, as: 'text' }) as const
const optional = <Key extends string>(key: Key) => ({ key, as: 'text', optional: true }) as const
const number = <Key extends string>(key: Key) => ({ key, as: 'number' }) as const
const yesNo = <Key extends string>(key: Key) => ({ key, as: 'yesNo' }) as const
const list = <Key extends string>(key: Key) => ({ key, as: 'list' }) as const

/** The columns of each sheet that lists something; `id` names the line, `parent` the line it belongs to. */
export const FRAMEWORK_COLUMNS = {
  blocks: [
    text('id'),
    text('title'),
    text('context'),
    number('oralMinutes'),
    number('maxPages'),
    yesNo('annexesExcluded'),
    number('submissionWeeksBefore'),
    number('suggestedSubmissionWeeksBefore'),
    text('data'),
    list('deliverables'),
    list('aspects'),
    list('notes'),
  ],
  activities: [text('id'), text('parent'), text('title'), yesNo('inInterview')],
  competences: [text('id'), text('parent'), text('title'), text('means'), text('purpose')],
  criteria: [text('id'), text('parent'), text('title'), optional('note')],
  indicators: [text('id'), text('parent'), text('label'), list('tags'), list('details'), optional('note')],
  delivery: [text('id'), text('title'), text('tag'), text('indicatorId'), list('observables'), yesNo('timed')],
  tags: [text('tag'), text('meaning')],
  openPoints: [text('point')],
  corrections: [text('place'), text('read'), text('kept'), text('nature')],
} as const satisfies Record<Exclude<FrameworkSheet, 'facts'>, readonly FrameworkColumn[]>

/** The lines of the first sheet: what is said once of the whole framework. */
export const FRAMEWORK_FACTS = [
  text('id'),
  text('version'),
  text('title'),
  number('level'),
  text('type'),
  optional('rncpCode'),
  optional('rncpNote'),
  text('source'),
  text('blocksRule'),
  text('titleRule'),
  text('deliverySource'),
  text('deliveryScope'),
  list('alsoObservableIn'),
  yesNo('interviewRequired'),
  text('interviewCondition'),
  text('interviewAudience'),
  text('interviewSupportType'),
  list('interviewSupportContent'),
  number('interviewMinutes'),
  optional('interviewNote'),
] as const satisfies readonly FrameworkColumn[]

export type ListSheet = keyof typeof FRAMEWORK_COLUMNS

/** The words of the workbook: its sheets, the titles of their columns, the names of the first sheet's lines. */
export interface FrameworkLabels {
  sheet: Record<FrameworkSheet, string>
  field: string
  value: string
  fact: Record<(typeof FRAMEWORK_FACTS)[number]['key'], string>
  column: { [Sheet in ListSheet]: Record<(typeof FRAMEWORK_COLUMNS)[Sheet][number]['key'], string> }
  yes: string
  no: string
}

/** The title of a column. */
export function columnLabel(labels: FrameworkLabels, sheet: ListSheet, key: string): string {
  return (labels.column[sheet] as Record<string, string>)[key] ?? key
}
