import { z } from 'zod'
import { hashSchema, idSchema, isoInstantSchema } from '#domain/primitives.ts'
import { MAX_RETENTION_DAYS } from '#domain/session-package.ts'
import { MAX_WIPE_TEXT } from '#seal/wipe.ts'
import { EVERYONE, PREPARING } from './roles.ts'

export const wipePostSchema = z.object({ statement: z.string().min(1).max(MAX_WIPE_TEXT) })

/** The server has the statement; asking again is asking once. */
export const wipeReceivedSchema = z.object({ receivedAt: isoInstantSchema })

/** A wiped notebook as the desk lists it. `sheetsMissing`: sheets it held that this server does not have, which should never be. */
export const wipedNotebookSchema = z.object({
  deviceId: hashSchema,
  deviceName: z.string(),
  jurorId: idSchema,
  wipedAt: isoInstantSchema,
  receivedAt: isoInstantSchema,
  sheets: z.number().int(),
  sheetsMissing: z.number().int(),
  draftsGivenUp: z.number().int(),
})
export type WipedNotebook = z.infer<typeof wipedNotebookSchema>

export const retentionDaysSchema = z.object({ days: z.number().int().min(1).max(MAX_RETENTION_DAYS) })

export const retentionSchema = z.object({ days: z.number().int(), wiped: z.array(wipedNotebookSchema) })

const sessionParams = z.object({ sessionId: idSchema })

export const wipeRoutes = {
  /** The statement authenticates itself, whoever carries it. */
  notebookWiped: { method: 'POST', path: '/wipes', access: 'public', body: wipePostSchema, response: wipeReceivedSchema },
  /** How long devices keep a session, and which have wiped it. */
  retention: {
    method: 'GET',
    path: '/sessions/:sessionId/retention',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams,
    response: retentionSchema,
  },
  setRetention: {
    method: 'POST',
    path: '/sessions/:sessionId/retention',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams,
    body: retentionDaysSchema,
    response: retentionDaysSchema,
  },
} as const
