import { type Mandate, mandateSchema } from '#domain/mandate.ts'
import type { PublicJwk } from '#domain/session-package.ts'
import { compactCarriedText } from './carried-text.ts'
import { signJson, verifyJson } from './signed.ts'

/** Signs a mandate with the server's key. It is sealed to nobody: whoever is handed it in the room may read the names it holds. */
export async function signMandate(mandate: Mandate, server: { privateKey: CryptoKey; keyId: string }): Promise<string> {
  return signJson('cdj-mandate+jws', mandate, server.privateKey, server.keyId)
}

/** Verifies a mandate with the pinned server key. Throws SealError as verifyJson. */
export async function verifyMandate(text: string, serverSigningKey: PublicJwk): Promise<Mandate> {
  return verifyJson('cdj-mandate+jws', compactCarriedText(text), serverSigningKey, mandateSchema)
}
