import { z } from 'zod'
import { dataRequestKindSchema, dataRequestSchema, rectifiedNameSchema } from '#domain/data-request.ts'
import { PURGED_KINDS, retentionSettingsSchema } from '#domain/data-retention.ts'
import { idSchema, isoDateSchema, isoInstantSchema, proseSchema } from '#domain/primitives.ts'
import { anonymousSessionSchema } from '#domain/statistics.ts'
import { IDENTITY_HANDLING } from './passport.ts'
import { ADMINISTERING, EVERYONE, GOVERNING } from './roles.ts'

const kindSchema = z.enum(PURGED_KINDS)

/** What the desk's page about personal data shows, all of it from the settings and the database as they are. */
export const dataProtectionSchema = z.object({
  settings: retentionSettingsSchema,
  /** What is proposed where nobody decided. */
  proposed: retentionSettingsSchema,
  /** How many sessions keep their devices' notebooks for another time than the general one. */
  otherNotebookDays: z.number().int(),
  /** The next kinds to be erased, the nearest first. `lastDay`: the last one they are kept. */
  upcoming: z.array(z.object({ sessionId: idSchema, title: z.string(), kind: kindSchema, lastDay: isoDateSchema })),
  /** The latest purges that erased something, as the journal tells them, the newest first. */
  purges: z.array(
    z.object({
      at: isoInstantSchema,
      kind: kindSchema,
      sessionId: idSchema.nullable(),
      title: z.string().nullable(),
      count: z.number().int(),
    }),
  ),
})
export type DataProtection = z.infer<typeof dataProtectionSchema>

/** A request with what a person needs to answer it. `name` is null once the candidate is erased. */
export const listedRequestSchema = dataRequestSchema.extend({
  sessionTitle: z.string(),
  name: z.string().nullable(),
  /** Of a request to erase that waits: whether the law lets it be carried out today. */
  erasure: z
    .discriminatedUnion('because', [
      z.object({ because: z.literal('allowed') }),
      z.object({ because: z.literal('minutes'), until: isoDateSchema }),
      z.object({ because: z.literal('holder') }),
    ])
    .nullable(),
})
export type ListedRequest = z.infer<typeof listedRequestSchema>

export const newDataRequestSchema = z.object({
  kind: dataRequestKindSchema,
  sessionId: idSchema,
  candidateId: idSchema,
  receivedOn: isoDateSchema,
  detail: proseSchema,
})
export type NewDataRequest = z.infer<typeof newDataRequestSchema>

/** `name`: the identity as it should be, for a rectification that is granted. A refusal says why. */
export const dataDecisionSchema = z.object({
  outcome: z.enum(['granted', 'refused']),
  reason: proseSchema,
  name: rectifiedNameSchema.nullable(),
})
export type DataDecision = z.infer<typeof dataDecisionSchema>

const sessionParams = z.object({ sessionId: idSchema })

export const dataProtectionRoutes = {
  dataProtection: { method: 'GET', path: '/data-protection', access: 'coordinator', roles: EVERYONE, response: dataProtectionSchema },
  setDataRetention: {
    method: 'POST',
    path: '/data-protection/retention',
    access: 'coordinator',
    roles: ADMINISTERING,
    body: retentionSettingsSchema,
    response: retentionSettingsSchema,
  },
  /** Everything about one candidate, as a ZIP of a PDF and a JSON. Handing it out is an act of the journal. */
  personalFile: {
    method: 'GET',
    path: '/sessions/:sessionId/candidates/:candidateId/personal-file.zip',
    access: 'coordinator',
    roles: IDENTITY_HANDLING,
    params: sessionParams.extend({ candidateId: idSchema }),
  },
  /** A session without persons, for statistics. */
  statistics: {
    method: 'GET',
    path: '/sessions/:sessionId/statistics.json',
    access: 'coordinator',
    roles: IDENTITY_HANDLING,
    params: sessionParams,
    response: anonymousSessionSchema,
  },
  statisticsCsv: {
    method: 'GET',
    path: '/sessions/:sessionId/statistics.csv',
    access: 'coordinator',
    roles: IDENTITY_HANDLING,
    params: sessionParams,
  },
  dataRequests: {
    method: 'GET',
    path: '/data-requests',
    access: 'coordinator',
    roles: IDENTITY_HANDLING,
    response: z.object({ requests: z.array(listedRequestSchema) }),
  },
  recordDataRequest: {
    method: 'POST',
    path: '/data-requests',
    access: 'coordinator',
    roles: IDENTITY_HANDLING,
    body: newDataRequestSchema,
    response: z.object({ requestId: idSchema }),
  },
  /** Carries out what is granted, in the same act. */
  decideDataRequest: {
    method: 'POST',
    path: '/data-requests/:requestId/decision',
    access: 'coordinator',
    roles: GOVERNING,
    params: z.object({ requestId: idSchema }),
    body: dataDecisionSchema,
  },
} as const
