import { z } from 'zod'
import { passportSettingsSchema } from '#domain/passport-settings.ts'
import { idSchema, isoInstantSchema } from '#domain/primitives.ts'
import { GOVERNING, PREPARING, type Role } from './roles.ts'

/** Who may see birth dates and places. */
export const IDENTITY_HANDLING = ['administrator', 'manager', 'coordinator'] as const satisfies readonly Role[]

/** One holder of the full title, on the way to the national skills passport. */
const holderSchema = z.object({
  candidateId: idSchema,
  number: z.string(),
  name: z.string(),
  /** `deposited`: in a file whose answer is awaited. A rejected one goes into the next file. */
  state: z.enum(['identityMissing', 'ready', 'deposited', 'accepted', 'rejected']),
  /** What the answer says. */
  messages: z.array(z.string()),
})
export type PassportHolder = z.infer<typeof holderSchema>

export const passportStateSchema = z.object({
  settings: passportSettingsSchema.nullable(),
  /** How many candidates' civil identity is known. */
  identities: z.number().int(),
  holders: z.array(holderSchema),
  /** The latest first. */
  deposits: z.array(z.object({ flowId: idSchema, madeAt: isoInstantSchema, persons: z.number().int() })),
})
export type PassportState = z.infer<typeof passportStateSchema>

/** What an acknowledgement said. `unknown`: persons it names that this deposit does not have. */
export const passportReportReadSchema = z.object({
  flowId: idSchema,
  accepted: z.number().int(),
  rejected: z.number().int(),
  unknown: z.array(z.string()),
})

const sessionParams = z.object({ sessionId: idSchema })

export const passportRoutes = {
  passport: {
    method: 'GET',
    path: '/sessions/:sessionId/passport',
    access: 'coordinator',
    roles: IDENTITY_HANDLING,
    params: sessionParams,
    response: passportStateSchema,
  },
  setPassportSettings: {
    method: 'POST',
    path: '/passport-settings',
    access: 'coordinator',
    roles: GOVERNING,
    body: passportSettingsSchema,
    response: passportSettingsSchema,
  },
  /** The body is a CSV's text, one line a candidate, known by number. */
  importIdentities: {
    method: 'POST',
    path: '/sessions/:sessionId/identities',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams,
    response: z.object({ imported: z.number().int() }),
  },
  /** Makes the file of those who are ready or were rejected. */
  makePassportDeposit: {
    method: 'POST',
    path: '/sessions/:sessionId/passport-deposits',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams,
    response: z.object({ flowId: idSchema }),
  },
  passportXml: {
    method: 'GET',
    path: '/passport-deposits/:flowId/xml',
    access: 'coordinator',
    roles: IDENTITY_HANDLING,
    params: z.object({ flowId: idSchema }),
  },
  /** The body is the acknowledgement's XML. */
  readPassportReport: {
    method: 'POST',
    path: '/passport-reports',
    access: 'coordinator',
    roles: PREPARING,
    response: passportReportReadSchema,
  },
} as const
