import { z } from 'zod'
import { idSchema, lineSchema, proseSchema } from './primitives.ts'

/** The smallest thing a juror can observe; one bullet of the certifier's text. */
export const indicatorSchema = z.object({
  id: idSchema,
  label: lineSchema,
  tags: z.array(z.string()),
  /** Elements the text lists below the indicator, as help for observing. */
  details: z.array(lineSchema),
  /** What the text leaves doubtful, to be confirmed by the certifier. */
  note: proseSchema.optional(),
})

export const criterionSchema = z.object({
  id: idSchema,
  title: lineSchema,
  note: proseSchema.optional(),
  indicators: z.array(indicatorSchema).min(1),
})

export const competenceSchema = z.object({
  id: idSchema,
  title: lineSchema,
  means: proseSchema,
  purpose: proseSchema,
  criteria: z.array(criterionSchema).min(1),
})

export const activitySchema = z.object({ id: idSchema, title: lineSchema, competences: z.array(competenceSchema).min(1) })

export const blockSchema = z.object({
  id: idSchema,
  title: lineSchema,
  context: proseSchema,
  assessment: z.object({
    oralMinutes: z.number().int().positive(),
    maxPages: z.number().int().positive().nullable(),
    annexesExcluded: z.boolean(),
    /** Weeks before the oral by which the support must be sent; null where the text is silent. */
    submissionWeeksBefore: z.number().int().nonnegative().nullable(),
    suggestedSubmissionWeeksBefore: z.number().int().nonnegative().nullable(),
    data: proseSchema,
    deliverables: z.array(lineSchema),
    /** Aspects the text asks the support to cover. */
    aspects: z.array(lineSchema),
    /** What the text leaves doubtful, to be confirmed by the certifier. */
    notes: z.array(proseSchema),
  }),
  activities: z.array(activitySchema).min(1),
})
export type Block = z.infer<typeof blockSchema>

/** One item of the oral delivery (« prestation orale »), and the indicator of the text it comes from. */
export const deliveryItemSchema = z.object({
  id: idSchema,
  title: lineSchema,
  tag: z.string(),
  indicatorId: idSchema,
  observables: z.array(lineSchema),
  /** The oral's timer is evidence for this item. */
  timed: z.boolean(),
})

/** A certification as data: everything the certifier's text says, and what it leaves open. Immutable once published. */
export const frameworkSchema = z.object({
  format: z.literal('carnet-de-jury/framework'),
  formatVersion: z.literal(1),
  id: idSchema,
  version: z.string().min(1).max(40),
  title: lineSchema,
  level: z.number().int().min(1).max(8),
  type: lineSchema,
  rncpCode: z.string().nullable(),
  rncpNote: proseSchema.optional(),
  source: proseSchema,
  rules: z.object({ blocks: proseSchema, title: proseSchema }),
  /** What the text does not say: each must be a setting, never a rule of the software. */
  openPoints: z.array(lineSchema),
  tags: z.record(z.string(), lineSchema),
  blocks: z.array(blockSchema).min(1),
  delivery: z.object({
    source: proseSchema,
    scope: proseSchema,
    items: z.array(deliveryItemSchema),
    alsoObservableIn: z.array(idSchema),
  }),
  finalInterview: z
    .object({
      required: z.boolean(),
      condition: proseSchema,
      audience: proseSchema,
      support: z.object({ type: lineSchema, content: z.array(lineSchema) }),
      activities: z.array(idSchema),
      minutes: z.number().int().positive().nullable(),
      note: proseSchema.optional(),
    })
    .nullable(),
  /** Slips of the source document and what was retained. */
  corrections: z.array(z.object({ place: lineSchema, read: lineSchema, kept: lineSchema, nature: lineSchema })),
})
export type Framework = z.infer<typeof frameworkSchema>
