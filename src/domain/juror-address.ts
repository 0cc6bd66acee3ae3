import { z } from 'zod'
import { idSchema } from './primitives.ts'

/** As long as a mail server takes (RFC 5321 §4.5.3.1.3). */
export const jurorEmailSchema = z.email().max(254)

/** An address a coordinator gives for a juror. It goes beside the session, never in it: devices receive the session whole. */
export const givenAddressSchema = z.object({ jurorId: idSchema, email: jurorEmailSchema })
export type GivenAddress = z.infer<typeof givenAddressSchema>

/** The addresses with those given later: one a juror, the last one. */
export function withLaterAddresses(before: readonly GivenAddress[], later: readonly GivenAddress[]): GivenAddress[] {
  return [...new Map([...before, ...later].map((given) => [given.jurorId, given])).values()]
}
