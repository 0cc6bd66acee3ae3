import { z } from 'zod'
import { interestDeclarationSchema } from '#domain/interests.ts'
import { hashSchema, idSchema, isoInstantSchema } from '#domain/primitives.ts'
import type { PublicJwk } from '#domain/session-package.ts'
import type { Envelope } from './envelope.ts'
import { sha256 } from './hash.ts'
import { sealText } from './sealed.ts'
import { claimedType, signJson, verifyJson } from './signed.ts'

/**
 * What a juror declares of their links with candidates: each statement holds all that device's juror declared so far, and replaces the former.
 * It travels in the same `cdj-envelope+jwe` as a sheet; whoever opens one tells them apart by the JWS's `typ`. The `sheetHash` of the server's
 * receipt is then the statement's.
 */
export const interestStatementSchema = z.object({
  format: z.literal('carnet-de-jury/interests'),
  formatVersion: z.literal(1),
  deviceId: hashSchema,
  sessionId: idSchema,
  jurorId: idSchema,
  /** The device's clock: claimed, not proven. */
  at: isoInstantSchema,
  declarations: z.array(interestDeclarationSchema).min(1).max(2_000),
})
export type InterestStatement = z.infer<typeof interestStatementSchema>

/** Signs a statement with the device's key. */
export async function signInterests(statement: InterestStatement, privateKey: CryptoKey): Promise<string> {
  return signJson('cdj-interests+jws', statement, privateKey, statement.deviceId)
}

/** True when what an envelope holds is a statement of interests. */
export function isInterests(opened: string): boolean {
  return claimedType(opened) === 'cdj-interests+jws'
}

/** Verifies a statement with its device's key. Throws SealError as verifyJson. */
export async function verifyInterests(jws: string, deviceKey: PublicJwk): Promise<InterestStatement> {
  return verifyJson('cdj-interests+jws', jws, deviceKey, interestStatementSchema)
}

/** Seals a signed statement to the server, as a sheet is. */
export async function sealInterests(jws: string, serverSealingKey: PublicJwk): Promise<Envelope> {
  const jwe = await sealText('cdj-envelope+jwe', jws, serverSealingKey)
  return { id: await sha256(jwe), jwe }
}
