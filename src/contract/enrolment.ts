import { z } from 'zod'
import { hashSchema, idSchema, isoInstantSchema, lineSchema } from '#domain/primitives.ts'
import { publicJwkSchema, serverKeysSchema } from '#domain/session-package.ts'

/**
 * What a device signs to enrol (JWS typ `cdj-enrolment+jws`, its own new key): that it holds the one-time secret, by its hash, and both
 * its public keys.
 */
export const enrolmentProofSchema = z.object({
  format: z.literal('carnet-de-jury/enrolment'),
  formatVersion: z.literal(1),
  secretHash: hashSchema,
  signingKey: publicJwkSchema,
  sealingKey: publicJwkSchema,
  at: isoInstantSchema,
})

export const enrolmentRequestSchema = z.object({
  secret: z.string().min(16).max(64),
  deviceName: lineSchema,
  signingKey: publicJwkSchema,
  /** The proof above, as a compact JWS. */
  proof: z.string().max(8_000),
})
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>

export const enrolmentResponseSchema = z.object({
  jurorId: idSchema,
  sessionId: idSchema,
  serverKeys: serverKeysSchema,
  /** The session package: signed by the server, sealed to the device (JWE). */
  sealedPackage: z.string(),
  /** The server's signed word of this enrolment (JWS typ `cdj-enrolled+jws`), for `restoreEnrolment`. Absent from an older server. */
  certificate: z.string().max(8_000).optional(),
})
export type EnrolmentResponse = z.infer<typeof enrolmentResponseSchema>

/**
 * A device enrolled from a file, without a network, registers itself at first contact: the request above as JSON, sealed to the server
 * (JWE typ `cdj-enrolment+jwe`), so that what waits on the disk of a locked device shows its secret to nobody.
 */
export const carriedEnrolmentRequestSchema = z.object({ request: z.string().max(24_000) })

/** A file to carry to a device, and the code that opens it, told another way. */
export const offlineEnrolmentSchema = z.object({ file: z.string(), code: z.string() })

/** A device that a restored server has forgotten shows what that server signed at its enrolment. */
export const restoreEnrolmentRequestSchema = z.object({ certificate: z.string().max(8_000) })
export const restoreEnrolmentResponseSchema = z.object({ outcome: z.literal('known') })

/** What a device signs to ask for something (JWS typ `cdj-device+jws`, in `Authorization: Device <jws>`): one method on one path, now. */
export const deviceProofSchema = z.object({
  method: z.enum(['GET', 'POST', 'PUT']),
  path: z.string().max(500),
  at: isoInstantSchema,
  nonce: idSchema,
})
export type DeviceProof = z.infer<typeof deviceProofSchema>

export const packageResponseSchema = z.object({ sealedPackage: z.string() })

/** `detail`: the numbers a line's sentence needs (src/device/readiness-line.ts). */
const readinessLineSchema = z.object({
  check: idSchema,
  state: z.enum(['ok', 'warning', 'failed', 'unknown']),
  detail: z.record(idSchema, z.number()).optional(),
})

/** What the readiness check found, line by line, for the coordinator. */
export const readinessReportSchema = z.object({
  at: isoInstantSchema,
  appVersion: z.string().max(40),
  lines: z.array(readinessLineSchema).max(40),
  sheetsWaiting: z.number().int().nonnegative(),
})
export type ReadinessReport = z.infer<typeof readinessReportSchema>
