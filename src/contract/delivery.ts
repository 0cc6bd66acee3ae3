import { z } from 'zod'
import { hashSchema } from '#domain/primitives.ts'
import { problemSchema } from './problems.ts'

/** At most this many envelopes a request, and this many bytes a body. */
export const MAX_ENVELOPES = 50
export const MAX_BODY_BYTES = 8 * 1024 * 1024
/** Characters of one envelope (ASCII): a whole body, with room for the JSON around. What a device signs must never be too large to deliver. */
export const MAX_ENVELOPE_LENGTH = MAX_BODY_BYTES - 2_048

/** Envelopes authenticate themselves: no session, no token. Each item is a compact JWE. */
export const deliveryRequestSchema = z.object({ envelopes: z.array(z.string().min(1).max(MAX_ENVELOPE_LENGTH)).min(1).max(MAX_ENVELOPES) })
export type DeliveryRequest = z.infer<typeof deliveryRequestSchema>

/** One answer per envelope, in order: the signed receipt, or why it was refused. A refused envelope never affects the others. */
export const deliveryResultSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('stored'), envelopeId: hashSchema, receipt: z.string() }),
  z.object({ outcome: z.literal('refused'), envelopeId: hashSchema, problem: problemSchema }),
])
export type DeliveryResult = z.infer<typeof deliveryResultSchema>

export const deliveryResponseSchema = z.object({ results: z.array(deliveryResultSchema) })

/** At most this many ids a question. */
export const MAX_HELD_IDS = 500

/** Whether the server still has envelopes it gave receipts for: one restored from an older backup does not, and asks for them anew. */
export const heldRequestSchema = z.object({ envelopeIds: z.array(hashSchema).min(1).max(MAX_HELD_IDS) })

/** Those of the envelopes asked about that the server does not have. */
export const heldResponseSchema = z.object({ missing: z.array(hashSchema) })
