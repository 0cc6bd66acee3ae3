import { z } from 'zod'
import { hashSchema, idSchema, isoInstantSchema } from '#domain/primitives.ts'
import type { PublicJwk } from '#domain/session-package.ts'
import { compactCarriedText } from './carried-text.ts'
import { signJson, verifyJson } from './signed.ts'

/** What a device states of a notebook just before it destroys its keys and rows. Signed by the device's own key, which goes with the rest. */
export const wipeStatementSchema = z.object({
  format: z.literal('carnet-de-jury/wipe'),
  formatVersion: z.literal(1),
  vaultId: idSchema,
  deviceId: hashSchema,
  sessionId: idSchema,
  jurorId: idSchema,
  /** The device's clock: claimed, not proven. */
  at: isoInstantSchema,
  /** Hashes of the signed sheets the notebook held, each covered by a receipt that verified. */
  sheetHashes: z.array(hashSchema).max(2_000),
  /** Sheets begun and never signed, given up knowingly. */
  draftsGivenUp: z.number().int().nonnegative(),
})
export type WipeStatement = z.infer<typeof wipeStatementSchema>

/** Longer than any statement. */
export const MAX_WIPE_TEXT = 150_000

/** Signs a statement with the device's key. */
export async function signWipe(statement: WipeStatement, privateKey: CryptoKey): Promise<string> {
  return signJson('cdj-wipe+jws', statement, privateKey, statement.deviceId)
}

/** Verifies a statement with its device's key. Throws SealError as verifyJson. */
export async function verifyWipe(jws: string, deviceKey: PublicJwk): Promise<WipeStatement> {
  return verifyJson('cdj-wipe+jws', compactCarriedText(jws), deviceKey, wipeStatementSchema)
}
