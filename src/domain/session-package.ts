import { z } from 'zod'
import { calibrationSchema } from './calibration.ts'
import { certifierFactsSchema } from './certifier.ts'
import { examSessionSchema } from './exam-session.ts'
import { frameworkSchema } from './framework.ts'
import { gridSchema } from './grid.ts'
import { recusalSchema } from './interests.ts'
import { hashSchema, idSchema, isoInstantSchema, lineSchema } from './primitives.ts'

/** A public P-256 key as a JWK (RFC 7517): coordinates only, no private part may pass. */
export const publicJwkSchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  y: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})
export type PublicJwk = z.infer<typeof publicJwkSchema>

/** The server's two keys: it signs packages and receipts with one, and opens envelopes with the other. */
export const serverKeysSchema = z.object({ signing: publicJwkSchema, sealing: publicJwkSchema })
export type ServerKeys = z.infer<typeof serverKeysSchema>

export const DEFAULT_RETENTION_DAYS = 30
export const MAX_RETENTION_DAYS = 3_650

/** What a juror's device needs for a session: the payload of a JWS signed by the server, holding only this juror's panels and candidates. */
export const sessionPackageSchema = z.object({
  format: z.literal('carnet-de-jury/session-package'),
  formatVersion: z.literal(1),
  issuedAt: isoInstantSchema,
  jurorId: idSchema,
  session: examSessionSchema,
  framework: frameworkSchema,
  frameworkHash: hashSchema,
  grids: z.array(z.object({ hash: hashSchema, grid: gridSchema })),
  serverKeys: serverKeysSchema,
  /** The session's recovery key: a copy of the device's data key is sealed to it, so that a forgotten passphrase loses no exam. */
  recoveryKey: publicJwkSchema,
  /** The panel's enrolled devices: `key` verifies what one signed, `sealingKey` seals what only it may read, both with no network. */
  deviceKeys: z.array(z.object({ jurorId: idSchema, deviceId: hashSchema, key: publicJwkSchema, sealingKey: publicJwkSchema })),
  /** Invented cases to score before the orals. */
  calibrations: z.array(calibrationSchema).optional(),
  /** Days after the session's end from which a device proposes to be wiped; DEFAULT_RETENTION_DAYS where the certifier said nothing. */
  retentionDays: z.number().int().min(1).max(MAX_RETENTION_DAYS).optional(),
  /** Absent until the desk has filled it in. */
  certifier: certifierFactsSchema.optional(),
  /** Who stood aside in the juror's panels: what their minutes say at first. `candidateName` when another panel hears them. */
  recusals: z.array(recusalSchema.extend({ candidateName: lineSchema.optional() })).optional(),
})
export type SessionPackage = z.infer<typeof sessionPackageSchema>
