import { z } from 'zod'
import { documentRefSchema, idSchema, lineSchema, proseSchema } from './primitives.ts'

/** The settings of a grid that a framework's text may leave to the certifier. */
export const gridSettingSchema = z.enum([
  'scale',
  'decisionRule',
  'durationMinutes',
  'phases',
  'delivery',
  'maxPages',
  'submissionWeeksBefore',
  'sections',
])
export type GridSetting = z.infer<typeof gridSettingSchema>

const gridIndicatorSchema = z.object({
  id: idSchema,
  label: lineSchema,
  tags: z.array(z.string()),
  details: z.array(lineSchema),
  note: proseSchema.optional(),
  /** An essential indicator that is not observed keeps its section from being proposed as acquired. */
  essential: z.boolean(),
  /** Its share in the section's score; 0 for help that never counts (the text's examples). */
  weight: z.number().nonnegative(),
})
export type GridIndicator = z.infer<typeof gridIndicatorSchema>

const gridCriterionSchema = z.object({
  id: idSchema,
  title: lineSchema,
  note: proseSchema.optional(),
  indicators: z.array(gridIndicatorSchema).min(1),
})
export type GridCriterion = z.infer<typeof gridCriterionSchema>

/** What one verdict is given on: a competence in a block's grid, an activity in the final interview's. */
const gridSectionSchema = z.object({
  id: idSchema,
  title: lineSchema,
  purpose: proseSchema.optional(),
  weight: z.number().positive(),
  /** When not acquired, the part cannot be proposed as validated, whatever the rest. */
  eliminatory: z.boolean(),
  criteria: z.array(gridCriterionSchema).min(1),
})
export type GridSection = z.infer<typeof gridSectionSchema>

const gridDeliveryItemSchema = z.object({
  id: idSchema,
  title: lineSchema,
  observables: z.array(lineSchema),
  timed: z.boolean(),
  /** What a mark on this item marks: an indicator of the grid when the delivery counts, the item's own id when it is formative. */
  target: idSchema,
})

const phaseSchema = z.object({
  id: idSchema,
  title: lineSchema,
  minutes: z.number().positive(),
  /** Sections to keep at hand in this phase (e.g. C12 in the negotiation role play). */
  focus: z.array(idSchema),
})
export type Phase = z.infer<typeof phaseSchema>

/** How verdicts are expressed: three levels, or points with a step. */
export const scaleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('levels') }),
  z.object({ kind: z.literal('points'), max: z.number().positive(), step: z.number().positive() }),
])
export type Scale = z.infer<typeof scaleSchema>

/** From indicators to a section's proposal. Percentages of the weighted score of what was evaluated (observed 1, partial ½, not observed 0). */
const sectionRuleSchema = z.object({
  acquiredFromPercent: z.number().min(0).max(100),
  inProgressFromPercent: z.number().min(0).max(100),
})

/** From section verdicts to the part's proposal (domain kinds of certifiers' rules). */
const partRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('allAcquired') }),
  z.object({ kind: z.literal('atLeast'), count: z.number().int().positive() }),
  z.object({ kind: z.literal('percent'), percent: z.number().min(0).max(100) }),
  z.object({ kind: z.literal('average'), threshold: z.number().nonnegative(), floor: z.number().nonnegative() }),
])

export const decisionRuleSchema = z.object({ section: sectionRuleSchema, part: partRuleSchema })

/** Which part of the certification an oral is about. */
export const gridPartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('block'), blockId: idSchema }),
  z.object({ kind: z.literal('finalInterview') }),
])
export type GridPart = z.infer<typeof gridPartSchema>

export interface GridContradiction {
  path: (string | number)[]
  code: 'phases-duration' | 'duplicate-indicator' | 'delivery-target'
}

/** What one kind of oral is scored with. Immutable once published; named by id, version and hash. */
export const gridSchema = z
  .object({
    format: z.literal('carnet-de-jury/grid'),
    formatVersion: z.literal(1),
    id: idSchema,
    version: z.string().min(1).max(40),
    title: lineSchema,
    framework: documentRefSchema,
    part: gridPartSchema,
    sections: z.array(gridSectionSchema).min(1),
    delivery: z.object({ counted: z.boolean(), items: z.array(gridDeliveryItemSchema) }),
    scale: scaleSchema,
    decisionRule: decisionRuleSchema,
    durationMinutes: z.number().positive(),
    phases: z.array(phaseSchema).min(1),
    warningMinutes: z.array(z.number().nonnegative()),
    support: z.object({
      maxPages: z.number().int().positive().nullable(),
      annexesExcluded: z.boolean(),
      submissionWeeksBefore: z.number().int().nonnegative().nullable(),
    }),
    /** The settings the text leaves open: the certifier's choice, shown as such. */
    certifierSettings: z.array(gridSettingSchema),
    /** The certifier's text about this part, for jurors to read. */
    guidance: z.array(proseSchema),
  })
  .superRefine((grid, context) => {
    for (const { path, code } of gridContradictions(grid)) context.addIssue({ code: 'custom', path, message: code })
  })
export type Grid = z.infer<typeof gridSchema>

/** What a grid's parts say against each other. Also told of a draft whose fields are not all right yet. */
export function gridContradictions(grid: Pick<Grid, 'phases' | 'durationMinutes' | 'sections' | 'delivery'>): GridContradiction[] {
  const found: GridContradiction[] = []
  const total = grid.phases.reduce((sum, phase) => sum + phase.minutes, 0)
  if (Math.abs(total - grid.durationMinutes) > 0.001) found.push({ path: ['phases'], code: 'phases-duration' })
  const targets = new Set<string>()
  for (const section of grid.sections)
    for (const criterion of section.criteria)
      for (const indicator of criterion.indicators) {
        if (targets.has(indicator.id)) found.push({ path: ['sections'], code: 'duplicate-indicator' })
        targets.add(indicator.id)
      }
  for (const item of grid.delivery.items) {
    if (grid.delivery.counted !== targets.has(item.target)) found.push({ path: ['delivery', 'items', item.id], code: 'delivery-target' })
  }
  return found
}

/** Every indicator of a grid, in reading order. */
export function gridIndicators(grid: Grid): GridIndicator[] {
  return grid.sections.flatMap(sectionIndicators)
}

/** Every indicator of one section, in reading order. */
export function sectionIndicators(section: GridSection): GridIndicator[] {
  return section.criteria.flatMap((criterion) => criterion.indicators)
}

/** Stable text key of a grid's part: `B1`…, or `finalInterview`. */
export function partKey(part: GridPart): string {
  return part.kind === 'block' ? part.blockId : 'finalInterview'
}
