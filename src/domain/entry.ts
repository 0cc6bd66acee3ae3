import { z } from 'zod'
import { hashSchema, idSchema, instantSchema, lineSchema, proseSchema } from './primitives.ts'

/** What a juror marked on one indicator or delivery item. */
export const observationSchema = z.enum(['observed', 'partial', 'notObserved', 'notEvaluated'])
export type Observation = z.infer<typeof observationSchema>

/** A verdict on one section by levels. */
export const verdictLevelSchema = z.enum(['acquired', 'inProgress', 'notAcquired'])
export type VerdictLevel = z.infer<typeof verdictLevelSchema>

/** A verdict on the whole part. */
export const partVerdictSchema = z.enum(['validated', 'notValidated'])
export type PartVerdict = z.infer<typeof partVerdictSchema>

/** Whether the oral took place. `interrupted`: it began and could not go on. */
export const presenceSchema = z.enum(['present', 'absent', 'abandoned', 'interrupted'])
export type Presence = z.infer<typeof presenceSchema>

/** Vector strokes: `[x, y, pressure, elapsed ms]` points in a box of `width` × `height`. */
export const strokesSchema = z.object({
  width: z.number().positive(),
  height: z.number().positive(),
  strokes: z
    .array(
      z
        .array(z.tuple([z.number(), z.number(), z.number(), z.number()]))
        .min(1)
        .max(5_000),
    )
    .max(2_000),
})
export type Strokes = z.infer<typeof strokesSchema>

/** One timer event. `jump`: the wall clock leapt while the page lived; `sleep` counts the leap, `clock` (somebody set it) does not. */
export const timerEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start') }),
  z.object({ type: z.literal('pause'), reason: lineSchema }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('phase'), phaseId: idSchema }),
  z.object({ type: z.literal('extend'), ms: z.number().int().positive(), reason: lineSchema }),
  z.object({ type: z.literal('stop') }),
  z.object({ type: z.literal('incident'), note: proseSchema.min(1) }),
  z.object({ type: z.literal('jump'), ms: z.number(), cause: z.enum(['sleep', 'clock']) }),
])
export type TimerEvent = z.infer<typeof timerEventSchema>

const noteTargetSchema = z.object({
  /** A section, an indicator or a delivery item; absent for a note on the whole oral. */
  id: idSchema.optional(),
  /** Page of the written support, from 1. */
  page: z.number().int().positive().optional(),
})

/** A sheet first filled by hand on paper, then typed in. Names, since neither need be on this device's account. */
export const transcriptionSchema = z.object({
  /** SHA-256 of the code printed on the sheet (docs/formats.md §5.1), or null when nobody read it. */
  fromPaper: hashSchema.nullable(),
  filledBy: lineSchema,
  /** Who typed it in. */
  by: lineSchema,
  /** The oral's length as written on the paper; null when it is not. */
  minutes: z.number().int().min(0).max(600).nullable(),
})
export type Transcription = z.infer<typeof transcriptionSchema>

/** How a candidate attested their presence: drawn on the juror's device, or on the attendance sheet on paper. */
export const presenceGestureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drawn'), strokes: strokesSchema }),
  z.object({ kind: z.literal('paper') }),
])
export type PresenceGesture = z.infer<typeof presenceGestureSchema>

/** What one entry says. Each is one gesture, hence one undo. */
export const entryBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('identity'), checked: z.boolean() }),
  z.object({ kind: z.literal('presence'), presence: presenceSchema, reason: proseSchema.optional() }),
  z.object({
    kind: z.literal('mark'),
    targets: z.array(idSchema).min(1).max(500),
    /** null clears the marks. */
    value: observationSchema.nullable(),
    page: z.number().int().positive().optional(),
  }),
  /** A mark on one observable (e.g. the flow within elocution) or one listed element of an indicator. */
  z.object({ kind: z.literal('detail'), target: idSchema, detail: lineSchema, value: observationSchema.nullable() }),
  z.object({
    kind: z.literal('note'),
    noteId: idSchema,
    target: noteTargetSchema,
    /** null deletes the note. */
    text: proseSchema.nullable(),
    ink: strokesSchema.optional(),
    /** A private note never enters the signed sheet. */
    private: z.boolean(),
  }),
  z.object({
    kind: z.literal('question'),
    questionId: idSchema,
    text: proseSchema.nullable(),
    asked: z.boolean(),
    targetId: idSchema.optional(),
  }),
  z.object({
    kind: z.literal('verdict'),
    sectionId: idSchema,
    verdict: verdictLevelSchema.nullable(),
    /** Points, when the grid's scale has them. */
    points: z.number().nonnegative().optional(),
    reason: proseSchema,
  }),
  z.object({ kind: z.literal('partVerdict'), verdict: partVerdictSchema.nullable(), reason: proseSchema }),
  z.object({ kind: z.literal('appreciation'), text: proseSchema }),
  z.object({ kind: z.literal('timer'), event: timerEventSchema }),
  z.object({ kind: z.literal('undo'), entryId: idSchema }),
  z.object({ kind: z.literal('redo'), entryId: idSchema }),
  /** Reopens a signed sheet as its next revision. */
  z.object({ kind: z.literal('correction'), replaces: hashSchema, reason: proseSchema.min(1) }),
  /** Since version 2 of the sheet. null: the sheet is not from paper after all. */
  z.object({ kind: z.literal('transcription'), transcription: transcriptionSchema.nullable() }),
  /** Since version 3 of the sheet. The candidate's own act, hence never undone with the juror's: null takes it away. */
  z.object({ kind: z.literal('presenceSignature'), gesture: presenceGestureSchema.nullable() }),
])
export type EntryBody = z.infer<typeof entryBodySchema>
export type EntryKind = EntryBody['kind']

/** One row of a draft's append-only log. `seq` starts at 0 and never has a hole; `oralMs` is the oral's time when running. */
export const entrySchema = z.object({
  id: idSchema,
  seq: z.number().int().nonnegative(),
  at: instantSchema,
  oralMs: z.number().int().nonnegative().nullable(),
  phaseId: idSchema.nullable(),
  body: entryBodySchema,
})
export type Entry = z.infer<typeof entrySchema>
