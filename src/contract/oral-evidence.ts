import { z } from 'zod'
import { observationSchema } from '#domain/entry.ts'
import { idSchema } from '#domain/primitives.ts'

/** What each juror marked for one thing; null where they marked nothing. */
const marksSchema = z.array(z.object({ jurorId: idSchema, value: observationSchema.nullable() }))

/** What stands behind the verdicts on one oral, its jurors side by side: reasons, marks that differ, notes, time and delivery. */
export const oralEvidenceSchema = z.object({
  /** Sections on which something is to be read, in the grid's order. */
  sections: z.array(
    z.object({
      id: idSchema,
      title: z.string(),
      jurors: z.array(z.object({ jurorId: idSchema, points: z.number().nullable(), reason: z.string() })),
      /** Indicators one juror observed and another did not. */
      contested: z.array(z.object({ label: z.string(), marks: marksSchema })),
      /** `text` is empty where the note is handwritten alone. */
      notes: z.array(z.object({ id: idSchema, jurorId: idSchema, text: z.string() })),
    }),
  ),
  timings: z.array(
    z.object({
      jurorId: idSchema,
      allottedMs: z.number().int(),
      elapsedMs: z.number().int(),
      overtimeMs: z.number().int(),
      pausedMs: z.number().int(),
    }),
  ),
  delivery: z.array(z.object({ title: z.string(), isContested: z.boolean(), marks: marksSchema })),
  opinions: z.array(z.object({ jurorId: idSchema, reason: z.string(), appreciation: z.string() })),
})
export type OralEvidence = z.infer<typeof oralEvidenceSchema>
