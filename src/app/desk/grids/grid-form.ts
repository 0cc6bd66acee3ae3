import { type Grid, type GridSetting, gridSchema, gridSettingSchema } from '#domain/grid.ts'
import { checkGrid } from '#domain/grid-check.ts'

type PartKind = Grid['decisionRule']['part']['kind']

/** A grid as the editor's fields hold it: every kind of scale and rule keeps its numbers while another is chosen; NaN where a field is empty. */
export interface GridForm extends Omit<Grid, 'scale' | 'decisionRule' | 'support' | 'warningMinutes' | 'guidance'> {
  scale: { kind: Grid['scale']['kind']; max: number; step: number }
  decisionRule: {
    section: Grid['decisionRule']['section']
    part: { kind: PartKind; count: number; percent: number; threshold: number; floor: number }
  }
  support: { maxPages: number; annexesExcluded: boolean; submissionWeeksBefore: number }
  /** Minutes separated by commas. */
  warningMinutes: string
  /** Paragraphs separated by an empty line. */
  guidance: string
}

export const SETTINGS: readonly GridSetting[] = gridSettingSchema.options

export const PART_KINDS = ['allAcquired', 'atLeast', 'percent', 'average'] as const satisfies readonly PartKind[]

/** The fields of a grid to start from. */
export function formOf(grid: Grid, version: string): GridForm {
  const { scale, decisionRule, support } = grid
  return {
    ...grid,
    version,
    scale: { max: 20, step: 0.5, ...scale },
    decisionRule: {
      section: decisionRule.section,
      part: { count: grid.sections.length, percent: 70, threshold: 10, floor: 7, ...decisionRule.part },
    },
    support: {
      maxPages: support.maxPages ?? Number.NaN,
      annexesExcluded: support.annexesExcluded,
      submissionWeeksBefore: support.submissionWeeksBefore ?? Number.NaN,
    },
    warningMinutes: grid.warningMinutes.join(', '),
    guidance: grid.guidance.join('\n\n'),
  }
}

/** The grid the fields describe, whether or not it is right. */
export function draftOf(form: GridForm): Grid {
  const { scale, decisionRule, support } = form
  return {
    ...form,
    scale: scale.kind === 'points' ? { kind: 'points', max: scale.max, step: scale.step } : { kind: 'levels' },
    decisionRule: { section: decisionRule.section, part: partRuleOf(decisionRule.part) },
    support: {
      maxPages: numberOrNone(support.maxPages),
      annexesExcluded: support.annexesExcluded,
      submissionWeeksBefore: numberOrNone(support.submissionWeeksBefore),
    },
    warningMinutes: form.warningMinutes
      .split(/[;,\s]+/)
      .filter((word) => word !== '')
      .map(Number),
    guidance: form.guidance
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== ''),
    certifierSettings: SETTINGS.filter((setting) => form.certifierSettings.includes(setting)),
  }
}

function partRuleOf(part: GridForm['decisionRule']['part']): Grid['decisionRule']['part'] {
  switch (part.kind) {
    case 'allAcquired':
      return { kind: part.kind }
    case 'atLeast':
      return { kind: part.kind, count: part.count }
    case 'percent':
      return { kind: part.kind, percent: part.percent }
    case 'average':
      return { kind: part.kind, threshold: part.threshold, floor: part.floor }
  }
}

function numberOrNone(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

/** A complaint about one field, by a stable code: the schema's own, or a contradiction's. */
export interface DraftComplaint {
  path: (string | number)[]
  code:
    | ReturnType<typeof checkGrid>[number]['code']
    | 'textMissing'
    | 'textTooLong'
    | 'number'
    | 'tooSmall'
    | 'tooBig'
    | 'invalid'
    | 'version-taken'
  /** The limit that was passed, for the codes that have one. */
  limit: number | null
}

/** What the fields describe when all is right, and otherwise everything that is not. */
export function readForm(form: GridForm, takenVersions: readonly string[]): { grid: Grid | null; complaints: DraftComplaint[] } {
  const draft = draftOf(form)
  const parsed = gridSchema.safeParse(draft)
  const shape = (parsed.error?.issues ?? []).filter(({ code }) => code !== 'custom').map(shapeComplaint)
  const complaints: DraftComplaint[] = [...shape, ...checkGrid(draft).map((issue) => ({ ...issue, limit: null }))]
  if (takenVersions.includes(draft.version.trim())) complaints.push({ path: ['version'], code: 'version-taken', limit: null })
  return { grid: parsed.success && complaints.length === 0 ? parsed.data : null, complaints }
}

type SchemaIssue = NonNullable<ReturnType<typeof gridSchema.safeParse>['error']>['issues'][number]

function shapeComplaint(issue: SchemaIssue): DraftComplaint {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  if (issue.code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int'))
    return { path, code: 'number', limit: null }
  if (issue.code === 'too_small' && issue.origin === 'string') return { path, code: 'textMissing', limit: null }
  if (issue.code === 'too_big' && issue.origin === 'string') return { path, code: 'textTooLong', limit: Number(issue.maximum) }
  if (issue.code === 'too_small') return { path, code: 'tooSmall', limit: Number(issue.minimum) }
  if (issue.code === 'too_big') return { path, code: 'tooBig', limit: Number(issue.maximum) }
  return { path, code: 'invalid', limit: null }
}

/** A name for the next version, to be changed at will: `2026` becomes `2026-2`, `2026-2` becomes `2026-3`. */
export function nextVersion(version: string, taken: readonly string[]): string {
  const [, base = version, count = '1'] = /^(.+)-(\d{1,3})$/.exec(version) ?? []
  let next = Number(count) + 1
  while (taken.includes(`${base}-${next}`)) next += 1
  return `${base}-${next}`
}

/** An id that no row has yet, made from its parent's. */
export function freeId(parent: string, letter: string, taken: readonly string[]): string {
  let place = taken.length + 1
  while (taken.includes(`${parent}${letter}${place}`)) place += 1
  return `${parent}${letter}${place}`
}
