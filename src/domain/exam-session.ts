import { z } from 'zod'
import { hashSchema, idSchema, isoDateSchema, isoInstantSchema, lineSchema, proseSchema } from './primitives.ts'

/** What a candidate is granted. Only the effect is ever written: the reason is health data (GDPR art. 9) and never enters the product. */
export const accommodationSchema = z.object({
  effect: lineSchema,
  /** Extra time as a fraction of the normal time (one third: `{ numerator: 1, denominator: 3 }`), or null. */
  extraTime: z.object({ numerator: z.number().int().positive(), denominator: z.number().int().positive() }).nullable(),
})
export type Accommodation = z.infer<typeof accommodationSchema>

/** What a device may know of a candidate. Birth data, sex and e-mail stay at the desk. */
export const candidateSchema = z.object({
  id: idSchema,
  number: lineSchema,
  lastName: lineSchema,
  firstName: lineSchema,
  accommodations: z.array(accommodationSchema),
  blocks: z.array(idSchema),
  /** Blocks acquired before this session: kept for good. Absent when there is none. */
  acquiredBefore: z.array(idSchema).max(50).optional(),
})
export type Candidate = z.infer<typeof candidateSchema>

export const jurorSchema = z.object({
  id: idSchema,
  lastName: lineSchema,
  firstName: lineSchema,
  quality: lineSchema,
  /** Outside the certifier, its network and the candidate's training body. */
  external: z.boolean(),
})
export type Juror = z.infer<typeof jurorSchema>

/** A juror who sits from an oral's start on, in somebody's place or beside the others. Whoever replaces the president presides. */
export const substitutionSchema = z.object({ jurorId: idSchema, replaces: idSchema.nullable(), from: isoInstantSchema })

export const panelSchema = z.object({
  id: idSchema,
  name: lineSchema,
  room: lineSchema,
  /** Everyone who sits or has sat; who sits at one oral is told by panel-seats.ts. */
  jurorIds: z.array(idSchema).min(1),
  /** Who presides as long as nobody replaces them. */
  presidentId: idSchema,
  substitutions: z.array(substitutionSchema).optional(),
})
export type Panel = z.infer<typeof panelSchema>

export const writtenSupportSchema = z.object({
  id: idSchema,
  candidateId: idSchema,
  gridId: idSchema,
  fileName: lineSchema,
  sha256: hashSchema,
  bytes: z.number().int().positive(),
  pages: z.number().int().positive(),
  /** First page of the annexes, from 1; null when there are none. */
  annexStartPage: z.number().int().positive().nullable(),
  receivedOn: isoDateSchema,
})
export type WrittenSupport = z.infer<typeof writtenSupportSchema>

export const oralSchema = z.object({
  id: idSchema,
  candidateId: idSchema,
  panelId: idSchema,
  gridId: idSchema,
  startsAt: isoInstantSchema,
  room: lineSchema,
  supportId: idSchema.nullable(),
  /** The role play's scenario as given to the candidate. */
  scenario: proseSchema.nullable(),
})
export type Oral = z.infer<typeof oralSchema>

/** Dates, centre, panels, candidates and orals of one examination. */
export const examSessionSchema = z.object({
  id: idSchema,
  title: lineSchema,
  centre: lineSchema,
  startsOn: isoDateSchema,
  endsOn: isoDateSchema,
  candidates: z.array(candidateSchema),
  jurors: z.array(jurorSchema),
  panels: z.array(panelSchema),
  orals: z.array(oralSchema),
  supports: z.array(writtenSupportSchema),
})
export type ExamSession = z.infer<typeof examSessionSchema>

/** The oral's duration for one candidate, in milliseconds: the grid's, lengthened by the largest extra time granted. */
export function allottedMs(durationMinutes: number, accommodations: readonly Accommodation[]): number {
  const baseMs = durationMinutes * 60_000
  const extras = accommodations.map((a) => (a.extraTime ? (baseMs * a.extraTime.numerator) / a.extraTime.denominator : 0))
  return Math.round(baseMs + Math.max(0, ...extras))
}
