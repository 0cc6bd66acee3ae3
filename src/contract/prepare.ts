import { z } from 'zod'
import { civilIdentitySchema } from '#domain/civil-identity.ts'
import { gridSchema } from '#domain/grid.ts'
import { givenAddressSchema } from '#domain/juror-address.ts'
import { preparationSchema } from '#domain/preparation.ts'
import { hashSchema, idSchema, isoDateSchema, isoInstantSchema } from '#domain/primitives.ts'
import { PREPARING } from './roles.ts'

/** One written support as a PDF. */
export const MAX_SUPPORT_BYTES = 20 * 1024 * 1024

/** A session in preparation, in a list. */
export const preparationSummarySchema = z.object({
  sessionId: idSchema,
  title: z.string(),
  centre: z.string(),
  startsOn: isoDateSchema,
  endsOn: isoDateSchema,
  candidates: z.number().int(),
  orals: z.number().int(),
  unplaced: z.number().int(),
})
export type PreparationSummary = z.infer<typeof preparationSummarySchema>

/**
 * Jurors' addresses that came with their table, kept in the same commit as the session and apart from it: no package holds one. Whoever may
 * save a session may write them. Those not given stay as they are.
 */
const givenAddressesSchema = z.array(givenAddressSchema).max(2_000).default([])

/** A new session: empty, or as tables described it. Civil identities stay at the desk, in a table of their own. */
export const newPreparationSchema = z.object({
  /** The certification's framework: its published grids are the session's. */
  frameworkId: idSchema,
  preparation: preparationSchema,
  identities: z.array(civilIdentitySchema).max(20_000),
  addresses: givenAddressesSchema,
})
export type NewPreparation = z.infer<typeof newPreparationSchema>

/** What a session is scored with, as far as preparing it needs to know. */
const { id, title, part, durationMinutes, support } = gridSchema.shape
const preparedGridSchema = z.object({ id, title, part, durationMinutes, support })
export type PreparedGrid = z.infer<typeof preparedGridSchema>

export const openPreparationSchema = z.object({
  preparation: preparationSchema,
  /** Hash of the content: whoever saves names the one they changed. */
  revision: hashSchema,
  published: z.boolean(),
  grids: z.array(preparedGridSchema),
  /** Orals with a signed sheet: they keep their candidate, grid and panel. */
  heldOralIds: z.array(idSchema),
})
export type OpenPreparation = z.infer<typeof openPreparationSchema>

/** A PDF that was received, and that no session has. */
export const unboundSupportSchema = z.object({
  sha256: hashSchema,
  bytes: z.number().int(),
  /** When it was last received; null where the journal no longer says. */
  receivedAt: isoInstantSchema.nullable(),
})
export type UnboundSupport = z.infer<typeof unboundSupportSchema>

const sessionParams = z.object({ sessionId: idSchema })
const revisionSchema = z.object({ revision: hashSchema })

export const prepareRoutes = {
  preparations: {
    method: 'GET',
    path: '/preparations',
    access: 'coordinator',
    roles: PREPARING,
    response: z.object({ preparations: z.array(preparationSummarySchema) }),
  },
  createPreparation: {
    method: 'POST',
    path: '/preparations',
    access: 'coordinator',
    roles: PREPARING,
    body: newPreparationSchema,
    response: z.object({ sessionId: idSchema }),
  },
  preparation: {
    method: 'GET',
    path: '/sessions/:sessionId/preparation',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams,
    response: openPreparationSchema,
  },
  /** Keeps a changed session. A published one is changed for everybody at once, hence only without contradiction or gap. */
  savePreparation: {
    method: 'POST',
    path: '/sessions/:sessionId/preparation',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams,
    body: revisionSchema.extend({ preparation: preparationSchema, addresses: givenAddressesSchema }),
    response: revisionSchema,
  },
  /** From then on jurors can enrol, and their devices receive the session. */
  /** A session that was never published, with the PDFs that only it had. */
  deletePreparation: {
    method: 'POST',
    path: '/sessions/:sessionId/preparation/deletion',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams,
    response: z.object({ deletedSupports: z.number().int() }),
  },
  publishSession: {
    method: 'POST',
    path: '/sessions/:sessionId/publication',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams,
    body: revisionSchema,
    response: z.object({ sessionId: idSchema }),
  },
  /** The body is the PDF itself. Stored under its hash; a session that is saved with it names it. */
  uploadSupport: {
    method: 'POST',
    path: '/supports',
    access: 'coordinator',
    roles: PREPARING,
    bytes: MAX_SUPPORT_BYTES,
    response: z.object({ sha256: hashSchema, bytes: z.number().int() }),
  },
  unboundSupports: {
    method: 'GET',
    path: '/supports/unbound',
    access: 'coordinator',
    roles: PREPARING,
    response: z.object({ supports: z.array(unboundSupportSchema) }),
  },
  /** The PDF itself, while no session has it. */
  unboundSupport: {
    method: 'GET',
    path: '/supports/unbound/:sha256',
    access: 'coordinator',
    roles: PREPARING,
    params: z.object({ sha256: hashSchema }),
  },
  /** Those that a session has taken in the meantime stay. */
  deleteUnboundSupports: {
    method: 'POST',
    path: '/supports/unbound/deletion',
    access: 'coordinator',
    roles: PREPARING,
    body: z.object({ sha256s: z.array(hashSchema).min(1).max(1_000) }),
    response: z.object({ deleted: z.number().int() }),
  },
} as const
