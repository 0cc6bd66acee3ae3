import { z } from 'zod'
import { hashSchema, idSchema, isoInstantSchema } from '#domain/primitives.ts'
import { MAX_RECOVERY_TEXT } from '#seal/recovery.ts'
import { EVERYONE, PREPARING } from './roles.ts'

/** A recovery request's text, as src/seal/recovery.ts writes it. */
export const recoveryPostSchema = z.object({ request: z.string().min(1).max(MAX_RECOVERY_TEXT) })

/** `requestId`: the SHA-256 of the request's text. */
export const recoveryFiledSchema = z.object({ requestId: hashSchema })

/** The answer, sealed to the device that asked; null until a coordinator has given it. */
export const recoveryStateSchema = z.object({ answer: z.string().nullable() })

/** A request as the desk lists it. Its control number is computed from its text by whoever shows it. */
export const filedRecoverySchema = z.object({
  requestId: hashSchema,
  request: z.string(),
  deviceId: hashSchema,
  deviceName: z.string(),
  jurorId: idSchema,
  requestedAt: isoInstantSchema,
  answeredAt: isoInstantSchema.nullable(),
})
export type FiledRecovery = z.infer<typeof filedRecoverySchema>
export const recoveryListSchema = z.object({ recoveries: z.array(filedRecoverySchema) })

export const recoveryAnsweredSchema = z.object({ requestId: hashSchema, answer: z.string() })

const sessionParams = z.object({ sessionId: idSchema })

export const recoveryRoutes = {
  /** A locked device asks: it can sign nothing, and its request proves itself by what only its session's recovery key opens. */
  requestRecovery: { method: 'POST', path: '/recoveries', access: 'public', body: recoveryPostSchema, response: recoveryFiledSchema },
  recoveryState: {
    method: 'GET',
    path: '/recoveries/:requestId',
    access: 'public',
    params: z.object({ requestId: hashSchema }),
    response: recoveryStateSchema,
  },
  recoveries: {
    method: 'GET',
    path: '/sessions/:sessionId/recoveries',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams,
    response: recoveryListSchema,
  },
  /** Answers a request, filed or carried here by hand. */
  answerRecovery: {
    method: 'POST',
    path: '/sessions/:sessionId/recoveries',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams,
    body: recoveryPostSchema,
    response: recoveryAnsweredSchema,
  },
} as const
