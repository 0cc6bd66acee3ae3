import { z } from 'zod'
import { jurorEmailSchema } from '#domain/juror-address.ts'
import { idSchema, isoInstantSchema } from '#domain/primitives.ts'
import { PREPARING } from './roles.ts'

/** Where a juror's link is sent. The desk's alone: no package, file or row of the journal holds it. */
export const jurorAddressSchema = z.object({
  jurorId: idSchema,
  email: z.string(),
  /** When a mail server last took a link for this address. */
  mailedAt: isoInstantSchema.nullable(),
})
export type JurorAddress = z.infer<typeof jurorAddressSchema>

export const jurorAddressesSchema = z.object({
  /** Whether this server is set to send e-mail. */
  isMailSet: z.boolean(),
  addresses: z.array(jurorAddressSchema),
})
export type JurorAddresses = z.infer<typeof jurorAddressesSchema>

/**
 * What sending a link ended in. `sent`: the mail server took it. `refused`: it refused this message or address. `sign-in-refused`,
 * `not-secure`, `unreachable`: it refuses whoever sends, could not prove who it is or hide what is said, or did not answer, so that any other
 * message fails as well. `unset`: there is none.
 */
export const mailOutcomeSchema = z.enum(['sent', 'no-address', 'refused', 'sign-in-refused', 'not-secure', 'unreachable', 'unset'])

/** `replyCode`: what the mail server said when it refused (RFC 5321 §4.2), without its words, which may name the address. */
export const linkMailedSchema = z.object({ outcome: mailOutcomeSchema, replyCode: z.number().int().nullable() })
export type LinkMailed = z.infer<typeof linkMailedSchema>

const sessionParams = z.object({ sessionId: idSchema })
const jurorParams = sessionParams.extend({ jurorId: idSchema })

export const jurorMailRoutes = {
  jurorAddresses: {
    method: 'GET',
    path: '/sessions/:sessionId/juror-addresses',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams,
    response: jurorAddressesSchema,
  },
  /** Null takes the address away. */
  setJurorAddress: {
    method: 'POST',
    path: '/sessions/:sessionId/jurors/:jurorId/address',
    access: 'coordinator',
    roles: PREPARING,
    params: jurorParams,
    body: z.object({ email: jurorEmailSchema.nullable() }),
  },
  /** Makes a new one-time link, and sends it to the juror's address at once: it is shown to nobody else. */
  mailEnrolmentLink: {
    method: 'POST',
    path: '/sessions/:sessionId/jurors/:jurorId/enrolment-mail',
    access: 'coordinator',
    roles: PREPARING,
    params: jurorParams,
    response: linkMailedSchema,
  },
} as const
