import type { PublicJwk } from '#domain/session-package.ts'
import { type ScoreSheet, scoreSheetSchema } from '#domain/sheet.ts'
import { sha256 } from './hash.ts'
import { SealError } from './seal-error.ts'
import { openText, sealText } from './sealed.ts'
import { claimedKeyId, signJson, verifyJson } from './signed.ts'

/** A signed sheet: its JWS, the hash that names it everywhere, and what it says. */
export interface SignedSheet {
  jws: string
  /** SHA-256 of the JWS text. */
  hash: string
  sheet: ScoreSheet
}

/** A sealed sheet; `id` is the SHA-256 of the JWE text, so that sending it a hundred times is sending it once. */
export interface Envelope {
  id: string
  jwe: string
}

/** Signs a sheet with its device's key. */
export async function signSheet(sheet: ScoreSheet, privateKey: CryptoKey): Promise<SignedSheet> {
  const jws = await signJson('cdj-sheet+jws', sheet, privateKey, sheet.deviceId)
  return { jws, hash: await sha256(jws), sheet }
}

/**
 * Verifies a signed sheet. `keyOf` finds an enrolled device's public key by thumbprint. Throws SealError: as verifyJson, `unknownKey` when
 * the device is not enrolled, `badSignature` when the sheet claims another device than the one that signed it.
 */
export async function verifySheet(jws: string, keyOf: (deviceId: string) => Promise<PublicJwk | null>): Promise<SignedSheet> {
  const deviceId = claimedKeyId(jws)
  const key = await keyOf(deviceId)
  if (key === null) throw new SealError('unknownKey')
  const sheet = await verifyJson('cdj-sheet+jws', jws, key, scoreSheetSchema)
  if (sheet.deviceId !== deviceId) throw new SealError('badSignature')
  return { jws, hash: await sha256(jws), sheet }
}

/** Seals a signed sheet to the server. */
export async function sealSheet(jws: string, serverSealingKey: PublicJwk): Promise<Envelope> {
  const jwe = await sealText('cdj-envelope+jwe', jws, serverSealingKey)
  return { id: await sha256(jwe), jwe }
}

/** Opens an envelope and gives the signed sheet's JWS, not yet verified. Throws SealError `cannotOpen` or `wrongType`. */
export async function openEnvelope(jwe: string, serverSealingPrivateKey: CryptoKey): Promise<string> {
  return openText('cdj-envelope+jwe', jwe, serverSealingPrivateKey)
}
