import { z } from 'zod'
import { journalRowSchema } from '#domain/journal.ts'
import { hashSchema, idSchema, isoInstantSchema, lineSchema } from '#domain/primitives.ts'
import { publicJwkSchema } from '#domain/session-package.ts'

/** Whose device it was when the bundle was made: the coordinator enrolled it in that person's name. */
const provenDeviceSchema = z.object({ deviceId: hashSchema, jurorId: idSchema, name: lineSchema, enrolledAt: isoInstantSchema })

/**
 * What the server itself vouches for, signed (`cdj-attestation+jws`): which keys are whose, and where its journal ended. The journal's rows
 * prove nothing missing up to that row.
 */
export const attestationSchema = z.object({
  format: z.literal('carnet-de-jury/attestation'),
  formatVersion: z.literal(1),
  at: isoInstantSchema,
  minutesHash: hashSchema,
  devices: z.array(provenDeviceSchema),
  journal: z.object({ lastIndex: z.number().int().nonnegative(), lastHash: hashSchema }),
})
export type Attestation = z.infer<typeof attestationSchema>

/** An envelope's receipt, and the envelope it is for. */
const provenReceiptSchema = z.object({ envelopeId: hashSchema, receipt: z.string().max(10_000) })

/** Everything that proves one set of minutes, to somebody who has neither the server nor an account. */
export const proofBundleSchema = z.object({
  format: z.literal('carnet-de-jury/proof'),
  formatVersion: z.literal(1),
  minutes: z.object({
    text: z.string().max(2_000_000),
    signatures: z.array(z.string().max(200_000)).max(200),
    /** Empty when the minutes were frozen at the desk: they came in no envelope. */
    receipts: z.array(provenReceiptSchema),
  }),
  devices: z.array(z.object({ deviceId: hashSchema, key: publicJwkSchema })),
  serverKey: publicJwkSchema,
  /** JWS of an Attestation. */
  attestation: z.string().max(200_000),
  /** The jurors' signed sheets, when they are included: they hold what each one noted. */
  sheets: z.array(provenReceiptSchema.extend({ jws: z.string().max(8_388_608) })),
  /** A run of the journal without a hole, up to the attestation's last row. */
  journal: z.array(journalRowSchema).max(200_000),
})
export type ProofBundle = z.infer<typeof proofBundleSchema>
