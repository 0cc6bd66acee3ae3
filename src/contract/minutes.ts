import { z } from 'zod'
import { minutesFactsSchema } from '#domain/compose-minutes.ts'
import { panelDecisionSchema } from '#domain/deliberation.ts'
import { partVerdictSchema, verdictLevelSchema } from '#domain/entry.ts'
import { minutesSchema, minutesSignerSchema } from '#domain/minutes.ts'
import { documentRefSchema, hashSchema, idSchema, isoDateSchema, isoInstantSchema } from '#domain/primitives.ts'
import { oralEvidenceSchema } from './oral-evidence.ts'
import { EVERYONE, PREPARING } from './roles.ts'

/** What the panel decides on one oral; the server adds what the panel had before it (sheets, grid, the rule's proposal). */
export const decisionRequestSchema = panelDecisionSchema.pick({
  oralId: true,
  presence: true,
  sections: true,
  verdict: true,
  reason: true,
  retake: true,
  vote: true,
})
export type DecisionRequest = z.infer<typeof decisionRequestSchema>

/** One oral of the day, with what the panel has before it and what it decided so far. */
const deliberatedOralSchema = z.object({
  oralId: idSchema,
  candidateId: idSchema,
  part: idSchema,
  grid: documentRefSchema,
  sections: z.array(z.object({ id: idSchema, title: z.string(), proposal: verdictLevelSchema.nullable() })),
  proposal: partVerdictSchema.nullable(),
  sheets: z.array(z.object({ jurorId: idSchema, hash: hashSchema })),
  missingJurors: z.array(idSchema),
  decision: panelDecisionSchema.nullable(),
  /** Null once the session's sheets are an archive that this reader may not open. */
  evidence: oralEvidenceSchema.nullable(),
  /** A sheet came or was corrected after the decision: the panel looks at it again. */
  outdated: z.boolean(),
})
export type DeliberatedOral = z.infer<typeof deliberatedOralSchema>

/** Minutes in a list. Complete when `missing` is empty. */
export const minutesSummarySchema = z.object({
  hash: hashSchema,
  panelId: idSchema,
  day: isoDateSchema,
  receivedAt: isoInstantSchema,
  /** Frozen at the desk, or delivered by a device. */
  origin: z.enum(['desk', 'device']),
  amends: hashSchema.nullable(),
  amendedBy: hashSchema.nullable(),
  signed: z.array(idSchema),
  missing: z.array(idSchema),
  absent: z.array(idSchema),
})
export type MinutesSummary = z.infer<typeof minutesSummarySchema>
export const minutesListSchema = z.object({ minutes: z.array(minutesSummarySchema) })

export const deliberationSchema = z.object({
  orals: z.array(deliberatedOralSchema),
  minutes: z.array(minutesSummarySchema),
  /** Ways of appeal as the certifier words them; null while it has not. */
  appeal: z.string().nullable(),
  /** Who stood aside: what the minutes say at first. */
  recusals: minutesSchema.shape.recusals,
})
export type Deliberation = z.infer<typeof deliberationSchema>

/** What minutes would say now, and what still keeps them from being frozen (src/domain/minutes-readiness.ts). */
export const minutesDraftSchema = z.object({
  minutes: minutesSchema,
  issues: z.array(z.object({ code: z.string(), subjectId: idSchema.nullable() })),
})

export const frozenSchema = z.object({ hash: hashSchema })

/** Stored minutes, opened. Each signature is verified anew at each opening. */
export const storedMinutesSchema = z.object({
  summary: minutesSummarySchema,
  text: z.string(),
  minutes: minutesSchema,
  signatures: z.array(
    z.object({
      signer: minutesSignerSchema,
      deviceId: hashSchema,
      receivedAt: isoInstantSchema,
      isValid: z.boolean(),
      detached: z.string(),
    }),
  ),
  journalIndex: z.number().int(),
  /** Thumbprint of the key of this server: what a reader of the proof compares. */
  serverKeyId: hashSchema,
})
export type StoredMinutes = z.infer<typeof storedMinutesSchema>

/** JWS of AwaitingMinutes (src/seal/awaiting-minutes.ts): minutes of the device's juror that still lack their signature. */
export const awaitingResponseSchema = z.object({ awaiting: z.string() })
export const signatureRequestSchema = z.object({ signature: z.string().min(1).max(200_000) })
export const signatureStateSchema = z.object({ signed: z.array(idSchema), missing: z.array(idSchema), absent: z.array(idSchema) })

const dayParams = z.object({ sessionId: idSchema, panelId: idSchema, day: isoDateSchema })
const hashParams = z.object({ hash: hashSchema })

export const minutesRoutes = {
  deliberation: {
    method: 'GET',
    path: '/sessions/:sessionId/panels/:panelId/days/:day/deliberation',
    access: 'coordinator',
    roles: EVERYONE,
    params: dayParams,
    response: deliberationSchema,
  },
  /** Records, or replaces, the panel's decision on one oral. Nothing is signed yet. */
  recordDecision: {
    method: 'POST',
    path: '/sessions/:sessionId/panels/:panelId/days/:day/decisions',
    access: 'coordinator',
    roles: PREPARING,
    params: dayParams,
    body: decisionRequestSchema,
    response: z.object({ decision: panelDecisionSchema }),
  },
  composeMinutes: {
    method: 'POST',
    path: '/sessions/:sessionId/panels/:panelId/days/:day/minutes-draft',
    access: 'coordinator',
    roles: PREPARING,
    params: dayParams,
    body: minutesFactsSchema,
    response: minutesDraftSchema,
  },
  /** Freezes the minutes: from then on members sign them, and only corrective minutes change what they say. */
  freezeMinutes: {
    method: 'POST',
    path: '/sessions/:sessionId/panels/:panelId/days/:day/minutes',
    access: 'coordinator',
    roles: PREPARING,
    params: dayParams,
    body: minutesFactsSchema,
    response: frozenSchema,
  },
  sessionMinutes: {
    method: 'GET',
    path: '/sessions/:sessionId/minutes',
    access: 'coordinator',
    roles: EVERYONE,
    params: z.object({ sessionId: idSchema }),
    response: minutesListSchema,
  },
  minutes: {
    method: 'GET',
    path: '/minutes/:hash',
    access: 'coordinator',
    roles: EVERYONE,
    params: hashParams,
    response: storedMinutesSchema,
  },
  minutesPdf: { method: 'GET', path: '/minutes/:hash/pdf', access: 'coordinator', roles: EVERYONE, params: hashParams },
  /** The bundle that proves the minutes without this server (src/seal/proof-bundle.ts), as a file. */
  minutesProof: { method: 'GET', path: '/minutes/:hash/proof', access: 'coordinator', roles: EVERYONE, params: hashParams },
  /** The same with the jurors' signed sheets: it holds all they noted. */
  minutesFullProof: { method: 'GET', path: '/minutes/:hash/proof-with-sheets', access: 'coordinator', roles: EVERYONE, params: hashParams },
  awaitingMinutes: { method: 'GET', path: '/device/minutes', access: 'device', response: awaitingResponseSchema },
  signMinutes: {
    method: 'POST',
    path: '/device/minutes/:hash/signatures',
    access: 'device',
    params: hashParams,
    body: signatureRequestSchema,
    response: signatureStateSchema,
  },
} as const
