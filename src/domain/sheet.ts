import { z } from 'zod'
import { type DraftState, effectiveEntries, foldDraft } from './draft.ts'
import {
  type Entry,
  entrySchema,
  observationSchema,
  partVerdictSchema,
  presenceGestureSchema,
  presenceSchema,
  strokesSchema,
  transcriptionSchema,
  verdictLevelSchema,
} from './entry.ts'
import type { Grid } from './grid.ts'
import { documentRefSchema, hashSchema, idSchema, isoInstantSchema, lineSchema, proseSchema } from './primitives.ts'
import { proposePart, proposeSection } from './proposal.ts'
import type { TimerReading } from './timer.ts'

const markSchema = z.object({
  value: observationSchema,
  oralMs: z.number().int().nonnegative().nullable(),
  phaseId: idSchema.nullable(),
  page: z.number().int().positive().nullable(),
})

/** A person's gesture: drawn as vector strokes, or a typed name for those who cannot draw. */
export const signatureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drawn'), strokes: strokesSchema }),
  z.object({ kind: z.literal('typed'), name: lineSchema }),
])
export type Signature = z.infer<typeof signatureSchema>

const sheetSectionSchema = z.object({
  id: idSchema,
  proposal: verdictLevelSchema.nullable(),
  percent: z.number().int().min(0).max(100).nullable(),
  verdict: verdictLevelSchema.nullable(),
  points: z.number().nonnegative().nullable(),
  reason: proseSchema,
})

/**
 * One juror's signed scoring of one oral: the payload of the JWS. The fold (`marks`…`appreciation`) and the log it comes from are frozen
 * together; private notes are in neither.
 */
export const scoreSheetSchema = z.object({
  format: z.literal('carnet-de-jury/sheet'),
  /** The least that can say what the sheet says: 3 with `presenceSignature`, else 2 with `transcribed` or `kind`, else 1. */
  formatVersion: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** An invented case scored before the orals, never a candidate's oral; `oralId` and `candidate.id` are then the calibration's. */
  kind: z.literal('calibration').optional(),
  /** The same through all revisions of one juror's sheet for one oral. */
  sheetId: idSchema,
  revision: z.number().int().positive(),
  /** The signed sheet this one corrects, by the hash of its JWS, and why. */
  replaces: z.object({ hash: hashSchema, reason: proseSchema.min(1) }).nullable(),
  /** Hash of the JWS this device signed before, so that a missing one is visible; null for a device's first. */
  previous: hashSchema.nullable(),
  /** Place in the device's chain, from 0. */
  chainIndex: z.number().int().nonnegative(),
  sessionId: idSchema,
  oralId: idSchema,
  candidate: z.object({ id: idSchema, number: lineSchema, name: lineSchema }),
  juror: z.object({ id: idSchema, name: lineSchema }),
  /** JWK thumbprint (RFC 7638) of the signing device. */
  deviceId: hashSchema,
  grid: documentRefSchema,
  framework: documentRefSchema,
  presence: presenceSchema,
  presenceReason: proseSchema,
  identityChecked: z.boolean(),
  marks: z.record(idSchema, markSchema),
  details: z.record(idSchema, z.record(z.string(), observationSchema)),
  notes: z.array(
    z.object({
      id: idSchema,
      targetId: idSchema.nullable(),
      page: z.number().int().positive().nullable(),
      text: proseSchema,
      ink: strokesSchema.nullable(),
      oralMs: z.number().int().nonnegative().nullable(),
    }),
  ),
  questions: z.array(z.object({ id: idSchema, text: proseSchema, asked: z.boolean(), targetId: idSchema.nullable() })),
  sections: z.array(sheetSectionSchema),
  part: z.object({ proposal: partVerdictSchema.nullable(), verdict: partVerdictSchema.nullable(), reason: proseSchema }),
  appreciation: proseSchema,
  /** A sheet first filled on paper: by whom, who typed it in, and when. */
  transcribed: transcriptionSchema.extend({ at: isoInstantSchema }).optional(),
  /** The candidate's own signature of their presence, and when it was given. */
  presenceSignature: z.object({ gesture: presenceGestureSchema, at: isoInstantSchema }).optional(),
  timing: z.object({
    allottedMs: z.number().int().nonnegative(),
    elapsedMs: z.number().int().nonnegative(),
    overtimeMs: z.number().int().nonnegative(),
    pausedMs: z.number().int().nonnegative(),
  }),
  log: z.array(entrySchema),
  /** Why the sheet was signed although something was missing or contradictory; empty when nothing was. */
  signedDespite: proseSchema,
  signature: signatureSchema,
  /** The device's clock at signing: claimed, not proven. */
  signedAt: isoInstantSchema,
})
export type ScoreSheet = z.infer<typeof scoreSheetSchema>

/** Who, where and after what a sheet is signed: everything that is not in its log. */
export interface SheetContext {
  sheetId: string
  sessionId: string
  oralId: string
  candidate: ScoreSheet['candidate']
  juror: ScoreSheet['juror']
  deviceId: string
  grid: Grid
  gridRef: ScoreSheet['grid']
  previous: string | null
  chainIndex: number
  timer: TimerReading
  /** Absent for an oral. */
  kind?: 'calibration'
  signedDespite: string
  signature: Signature
  /** ISO 8601. */
  signedAt: string
}

/** Composes the payload to sign from a draft's log. Throws a RangeError when no presence was recorded: review the draft first. */
export function composeSheet(entries: readonly Entry[], context: SheetContext): ScoreSheet {
  const log = entriesToSign(entries)
  const draft = foldDraft(log)
  if (draft.presence === null) throw new RangeError('presence is not recorded')
  const { grid } = context
  const transcribed = signedTranscription(draft)
  const presenceSignature = signedPresence(draft)
  return {
    format: 'carnet-de-jury/sheet',
    formatVersion: versionOf(draft, context.kind),
    ...(context.kind === undefined ? {} : { kind: context.kind }),
    sheetId: context.sheetId,
    revision: draft.revision,
    replaces: draft.replaces,
    previous: context.previous,
    chainIndex: context.chainIndex,
    sessionId: context.sessionId,
    oralId: context.oralId,
    candidate: context.candidate,
    juror: context.juror,
    deviceId: context.deviceId,
    grid: context.gridRef,
    framework: grid.framework,
    presence: draft.presence,
    presenceReason: draft.presenceReason,
    identityChecked: draft.identityChecked,
    marks: draft.marks,
    details: draft.details,
    notes: signedNotes(draft),
    questions: draft.questions,
    sections: composeSections(grid, draft),
    part: { proposal: proposePart(grid, draft.verdicts).verdict, ...givenPart(draft) },
    appreciation: draft.appreciation,
    ...(transcribed === null ? {} : { transcribed }),
    ...(presenceSignature === null ? {} : { presenceSignature }),
    timing: timingOf(context.timer, draft),
    log,
    signedDespite: context.signedDespite,
    signature: context.signature,
    signedAt: context.signedAt,
  }
}

function signedTranscription({ transcribed }: DraftState): ScoreSheet['transcribed'] | null {
  if (transcribed === null) return null
  const { wallMs, ...told } = transcribed
  return { ...told, at: new Date(wallMs).toISOString() }
}

function signedPresence({ presenceSignature }: DraftState): NonNullable<ScoreSheet['presenceSignature']> | null {
  if (presenceSignature === null) return null
  return { gesture: presenceSignature.gesture, at: new Date(presenceSignature.wallMs).toISOString() }
}

function versionOf({ transcribed, presenceSignature }: DraftState, kind: ScoreSheet['kind']): ScoreSheet['formatVersion'] {
  if (presenceSignature !== null) return 3
  return transcribed === null && kind === undefined ? 1 : 2
}

/** The timer's times; where it never ran, the length written on the paper. */
function timingOf({ status, allottedMs, elapsedMs, overtimeMs, pausedMs }: TimerReading, draft: DraftState): ScoreSheet['timing'] {
  const minutes = status === 'ready' ? (draft.transcribed?.minutes ?? null) : null
  if (minutes === null) return { allottedMs, elapsedMs, overtimeMs, pausedMs }
  const toldMs = minutes * 60_000
  return { allottedMs, elapsedMs: toldMs, overtimeMs: Math.max(0, toldMs - allottedMs), pausedMs: 0 }
}

function composeSections(grid: Grid, draft: DraftState): ScoreSheet['sections'] {
  return grid.sections.map((section) => {
    const proposal = proposeSection(grid, section, draft.marks)
    return { id: section.id, proposal: proposal.verdict, percent: proposal.percent, ...givenVerdict(draft, section.id) }
  })
}

function givenVerdict(draft: DraftState, sectionId: string): Pick<ScoreSheet['sections'][number], 'verdict' | 'points' | 'reason'> {
  return draft.verdicts[sectionId] ?? { verdict: null, points: null, reason: '' }
}

function givenPart(draft: DraftState): Pick<ScoreSheet['part'], 'verdict' | 'reason'> {
  return draft.partVerdict ?? { verdict: null, reason: '' }
}

function signedNotes(draft: DraftState): ScoreSheet['notes'] {
  return draft.notes.map(({ private: _private, entryId: _entryId, ...note }) => note)
}

/**
 * A draft's log as it is signed: of the notes, only what still stands and is not private. A note that was made private or deleted leaves
 * no earlier text behind, nor a candidate's signature that was cleared or done again an earlier one. Sequence numbers keep their holes.
 */
export function entriesToSign(entries: readonly Entry[]): Entry[] {
  const inForce = new Set(effectiveEntries(entries).map((entry) => entry.id))
  const { notes, presenceSignature } = foldDraft(entries)
  const open = new Set(notes.flatMap((note) => (note.private ? [] : [note.id])))
  return entries.filter(({ id, body }) => {
    if (body.kind === 'presenceSignature') return id === presenceSignature?.entryId
    return body.kind !== 'note' || (!body.private && open.has(body.noteId) && inForce.has(id))
  })
}

/**
 * True when the frozen fold is what the frozen log says: a forged or damaged fold is found without trusting the signer. Proposals are not
 * compared, since they also depend on the grid.
 */
export function foldMatchesLog(sheet: ScoreSheet): boolean {
  const draft = foldDraft(sheet.log)
  const { proposal: _proposal, ...part } = sheet.part
  const told = {
    presence: sheet.presence,
    presenceReason: sheet.presenceReason,
    identityChecked: sheet.identityChecked,
    revision: sheet.revision,
    replaces: sheet.replaces,
    marks: sheet.marks,
    details: sheet.details,
    notes: sheet.notes,
    questions: sheet.questions,
    appreciation: sheet.appreciation,
    transcribed: sheet.transcribed ?? null,
    presenceSignature: sheet.presenceSignature ?? null,
    formatVersion: sheet.formatVersion,
    part,
    sections: sheet.sections.map(({ verdict, points, reason }) => ({ verdict, points, reason })),
  }
  const folded = {
    presence: draft.presence,
    presenceReason: draft.presenceReason,
    identityChecked: draft.identityChecked,
    revision: draft.revision,
    replaces: draft.replaces,
    marks: draft.marks,
    details: draft.details,
    notes: signedNotes(draft),
    questions: draft.questions,
    appreciation: draft.appreciation,
    transcribed: signedTranscription(draft),
    presenceSignature: signedPresence(draft),
    formatVersion: versionOf(draft, sheet.kind),
    part: givenPart(draft),
    sections: sheet.sections.map(({ id }) => givenVerdict(draft, id)),
  }
  return draft.notes.every((note) => !note.private) && sameJson(told, folded)
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b))
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  )
}

/** One line of an oral's timeline: an entry in force, with the oral's time. */
export interface TimelineItem {
  entryId: string
  oralMs: number | null
  wallMs: number
  phaseId: string | null
  body: Entry['body']
}

/** What happened and when, in order: marks, notes, verdicts and timer events that were not undone. */
export function timeline(log: readonly Entry[]): TimelineItem[] {
  return effectiveEntries(log)
    .filter((entry) => entry.body.kind !== 'undo' && entry.body.kind !== 'redo')
    .map((entry) => ({ entryId: entry.id, oralMs: entry.oralMs, wallMs: entry.at.wallMs, phaseId: entry.phaseId, body: entry.body }))
}
