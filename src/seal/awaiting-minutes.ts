import { z } from 'zod'
import { idSchema, isoInstantSchema } from '#domain/primitives.ts'
import { signedMinutesSchema } from './signed-minutes.ts'

/**
 * Minutes that await one juror's signature, as the server hands them to that juror's device: signed by the server (`cdj-awaiting+jws`), so that
 * nobody on the network puts a text before a person to sign.
 */
export const awaitingMinutesSchema = z.object({
  format: z.literal('carnet-de-jury/awaiting-minutes'),
  formatVersion: z.literal(1),
  at: isoInstantSchema,
  sessionId: idSchema,
  jurorId: idSchema,
  minutes: z.array(signedMinutesSchema),
})
export type AwaitingMinutes = z.infer<typeof awaitingMinutesSchema>
