import { z } from 'zod'
import { accommodationSchema } from '#domain/exam-session.ts'
import { idSchema, isoInstantSchema, lineSchema } from '#domain/primitives.ts'
import { EVERYONE, PREPARING } from './roles.ts'

/** What the coordinator asks for: an oral more, of a candidate already there or of a late one; or a juror who sits in a panel. */
export const mandatePostSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('oral'),
    candidate: z.union([
      z.object({ candidateId: idSchema }),
      z.object({ number: lineSchema, lastName: lineSchema, firstName: lineSchema, accommodations: z.array(accommodationSchema).max(5) }),
    ]),
    panelId: idSchema,
    gridId: idSchema,
    startsAt: isoInstantSchema,
  }),
  z.object({
    kind: z.literal('juror'),
    panelId: idSchema,
    jurorId: idSchema,
    /** In whose place; null: beside the others. */
    replaces: idSchema.nullable(),
    /** The first of the panel's orals the juror sits at; null: they sit at all of them. */
    fromOralId: idSchema.nullable(),
  }),
])
export type MandatePost = z.infer<typeof mandatePostSchema>

/** A mandate as the desk lists it; `mandate` is its JWS, to be shown, copied or saved. */
export const issuedMandateSchema = z.object({
  mandateId: idSchema,
  mandate: z.string(),
  kind: z.enum(['oral', 'juror']),
  panelId: idSchema,
  /** Who is added: the candidate's id, or the juror's. */
  personId: idSchema,
  /** Whose place a juror takes. */
  replacedId: idSchema.nullable(),
  issuedAt: isoInstantSchema,
})
export type IssuedMandate = z.infer<typeof issuedMandateSchema>

const sessionParams = z.object({ sessionId: idSchema })

export const mandateRoutes = {
  mandates: {
    method: 'GET',
    path: '/sessions/:sessionId/mandates',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams,
    response: z.object({ mandates: z.array(issuedMandateSchema) }),
  },
  /** Changes the session itself too: sheets that follow are this server's own, and devices with a network learn it from their package. */
  issueMandate: {
    method: 'POST',
    path: '/sessions/:sessionId/mandates',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams,
    body: mandatePostSchema,
    response: issuedMandateSchema,
  },
} as const
