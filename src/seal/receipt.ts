import { z } from 'zod'
import { hashSchema, isoInstantSchema } from '#domain/primitives.ts'
import type { PublicJwk } from '#domain/session-package.ts'
import { SealError } from './seal-error.ts'
import { signJson, verifyJson } from './signed.ts'

/** The server's proof that it durably stored an envelope. */
export const receiptSchema = z.object({
  format: z.literal('carnet-de-jury/receipt'),
  formatVersion: z.literal(1),
  envelopeId: hashSchema,
  sheetHash: hashSchema,
  receivedAt: isoInstantSchema,
  journalIndex: z.number().int().nonnegative(),
  journalHash: hashSchema,
})
export type Receipt = z.infer<typeof receiptSchema>

/** Signs a receipt with the server's signing key. */
export async function signReceipt(receipt: Receipt, privateKey: CryptoKey, keyId: string): Promise<string> {
  return signJson('cdj-receipt+jws', receipt, privateKey, keyId)
}

/** Verifies a receipt, and that it is for this very envelope. Throws SealError. */
export async function verifyReceipt(jws: string, serverSigningKey: PublicJwk, envelopeId: string): Promise<Receipt> {
  const receipt = await verifyJson('cdj-receipt+jws', jws, serverSigningKey, receiptSchema)
  if (receipt.envelopeId !== envelopeId) throw new SealError('unexpectedContent')
  return receipt
}
