import { z } from 'zod'
import { certifierSchema } from './certifier.ts'
import { panelDecisionSchema, titleOutcomeSchema } from './deliberation.ts'
import { presenceSchema } from './entry.ts'
import type { Oral, Panel } from './exam-session.ts'
import { decisionRuleSchema } from './grid.ts'
import { panelAt } from './panel-seats.ts'
import { documentRefSchema, hashSchema, idSchema, isoDateSchema, isoInstantSchema, lineSchema, proseSchema } from './primitives.ts'
import { signatureSchema } from './sheet.ts'

const memberSchema = z.object({
  jurorId: idSchema,
  name: lineSchema,
  quality: lineSchema,
  external: z.boolean(),
  president: z.boolean(),
  present: z.boolean(),
  absenceReason: proseSchema,
})

/**
 * The record of one panel's decisions on one day (« procès-verbal »). Its JSON text is what every member signs; it is never edited, only
 * amended by a later one that names it.
 */
export const minutesSchema = z.object({
  format: z.literal('carnet-de-jury/minutes'),
  formatVersion: z.literal(1),
  id: idSchema,
  certification: z.object({
    title: lineSchema,
    level: z.number().int(),
    rncpCode: z.string().nullable(),
    framework: documentRefSchema,
    /** Absent when the desk had not filled it in. */
    certifier: certifierSchema.pick({ legalName: true, tradeName: true, registeredOn: true }).optional(),
  }),
  session: z.object({ id: idSchema, title: lineSchema, centre: lineSchema }),
  panel: z.object({ id: idSchema, name: lineSchema, room: lineSchema }),
  day: isoDateSchema,
  startedAt: isoInstantSchema,
  endedAt: isoInstantSchema,
  members: z.array(memberSchema).min(1),
  /** A juror who stood aside for a candidate; `candidateName` when another panel heard them, so that no attendance here names them. */
  recusals: z.array(z.object({ jurorId: idSchema, candidateId: idSchema, reason: proseSchema, candidateName: lineSchema.optional() })),
  /** Women and men among the members present, counted by the panel and never kept by person. Absent when nobody said. */
  parity: z.object({ women: z.number().int().min(0).max(50), men: z.number().int().min(0).max(50) }).optional(),
  /** Departures from the composition rules the certifier accepts with a reason (parity, half outside…). */
  compositionNotes: z.array(proseSchema),
  attendance: z.array(
    z.object({
      candidateId: idSchema,
      number: lineSchema,
      name: lineSchema,
      oralId: idSchema,
      part: idSchema,
      presence: presenceSchema,
      identityChecked: z.boolean(),
      /** The candidate signed their presence, on a device or on paper: that they did, never the drawing. Absent when no sheet says so. */
      presenceSigned: z.enum(['drawn', 'paper']).optional(),
      /** Effects of accommodations only, never their reason. */
      accommodations: z.array(lineSchema),
      allottedMs: z.number().int().nonnegative(),
      elapsedMs: z.number().int().nonnegative(),
      overtimeMs: z.number().int().nonnegative(),
      incidents: z.array(proseSchema),
      /** Sheets first filled on paper: who filled each, and who typed it in. Absent when there is none. */
      transcriptions: z.array(z.object({ filledBy: lineSchema, by: lineSchema })).optional(),
    }),
  ),
  grids: z.array(z.object({ grid: documentRefSchema, title: lineSchema, decisionRule: decisionRuleSchema })),
  decisions: z.array(panelDecisionSchema),
  titles: z.array(titleOutcomeSchema),
  /** Ways of appeal, as the certifier words them. */
  appeal: proseSchema,
  /** The minutes this one corrects, by the hash of their text, and why. */
  amends: z.object({ hash: hashSchema, reason: proseSchema.min(1) }).nullable(),
})
export type Minutes = z.infer<typeof minutesSchema>

/** What a member's signature says beside the minutes' own bytes: the JWS's `cdj` header parameter. */
export const minutesSignerSchema = z.object({
  jurorId: idSchema,
  minutesHash: hashSchema,
  signature: signatureSchema,
  signedAt: isoInstantSchema,
})
export type MinutesSigner = z.infer<typeof minutesSignerSchema>

export interface SignatureState {
  signed: string[]
  /** Present members who have not signed. */
  missing: string[]
  /** Members recorded as absent: their signature is not awaited. */
  absent: string[]
}

/** Who has signed, who is still awaited. Complete when `missing` is empty. */
export function signatureState(minutes: Minutes, signers: readonly { jurorId: string }[]): SignatureState {
  const ids = new Set(signers.map((signer) => signer.jurorId))
  return {
    signed: minutes.members.filter((member) => ids.has(member.jurorId)).map((member) => member.jurorId),
    missing: minutes.members.filter((member) => member.present && !ids.has(member.jurorId)).map((member) => member.jurorId),
    absent: minutes.members.filter((member) => !member.present).map((member) => member.jurorId),
  }
}

/** Who hears an oral: the panel as it sits then, but for those who stood aside for its candidate. */
export function jurorsHearing(
  panel: Panel,
  recusals: Minutes['recusals'],
  { candidateId, startsAt }: Pick<Oral, 'candidateId' | 'startsAt'>,
): string[] {
  return panelAt(panel, startsAt).jurorIds.filter((id) => !recusals.some((one) => one.jurorId === id && one.candidateId === candidateId))
}

/** Who sat and who came, in figures. */
export function minutesFigures({ members, attendance }: Pick<Minutes, 'members' | 'attendance'>) {
  const present = members.filter((member) => member.present)
  const called = new Set(attendance.map(({ candidateId }) => candidateId))
  const came = new Set(attendance.flatMap(({ candidateId, presence }) => (presence === 'absent' ? [] : [candidateId])))
  return {
    members: { present: present.length, total: members.length, external: present.filter(({ external }) => external).length },
    candidates: { called: called.size, present: came.size, absent: called.size - came.size },
  }
}

/** Two lists of who stood aside as one; where both name a juror and a candidate, the first's words. */
export function uniteRecusals(first: Minutes['recusals'], second: Minutes['recusals']): Minutes['recusals'] {
  const isKnown = (one: Minutes['recusals'][number]) =>
    first.some(({ jurorId, candidateId }) => jurorId === one.jurorId && candidateId === one.candidateId)
  return [...first, ...second.filter((one) => !isKnown(one))]
}

/** A candidate's name by id, as the attendance or a recusal tells it; the id itself for somebody unknown. */
export function candidateName({ attendance, recusals }: Pick<Minutes, 'attendance' | 'recusals'>, candidateId: string): string {
  const heard = attendance.find((line) => line.candidateId === candidateId)?.name
  return heard ?? recusals.find((one) => one.candidateId === candidateId)?.candidateName ?? candidateId
}
