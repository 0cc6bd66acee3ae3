import { calculateJwkThumbprint, importJWK } from 'jose'
import type { PublicJwk } from '#domain/session-package.ts'
import { publicJwkSchema } from '#domain/session-package.ts'

const SIGNING = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SEALING = { name: 'ECDH', namedCurve: 'P-256' } as const

/** A pair with its public half as a JWK and its RFC 7638 thumbprint, which is its key id. */
export interface KeyPair {
  privateKey: CryptoKey
  publicJwk: PublicJwk
  keyId: string
}

/** A new ES256 signing pair. The private key is extractable so that it can be wrapped; import it back non-extractable for use. */
export async function generateSigningPair(): Promise<KeyPair> {
  return describePair((await crypto.subtle.generateKey(SIGNING, true, ['sign', 'verify'])) as CryptoKeyPair)
}

/** A new P-256 key-agreement pair for sealing (ECDH-ES). */
export async function generateSealingPair(): Promise<KeyPair> {
  return describePair((await crypto.subtle.generateKey(SEALING, true, ['deriveBits'])) as CryptoKeyPair)
}

async function describePair(pair: CryptoKeyPair): Promise<KeyPair> {
  const publicJwk = publicJwkSchema.parse(await crypto.subtle.exportKey('jwk', pair.publicKey))
  return { privateKey: pair.privateKey, publicJwk, keyId: await thumbprint(publicJwk) }
}

/** RFC 7638 SHA-256 thumbprint, base64url. */
export async function thumbprint(jwk: PublicJwk): Promise<string> {
  return calculateJwkThumbprint(jwk, 'sha256')
}

/** PKCS #8 bytes of an extractable private key, for wrapping. */
export async function exportPrivateKey(key: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', key))
}

/** A non-extractable ES256 signing key from PKCS #8 bytes. */
export async function importSigningKey(pkcs8: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', pkcs8, SIGNING, false, ['sign'])
}

/** A non-extractable ECDH key from PKCS #8 bytes, for opening what was sealed to it. */
export async function importSealingKey(pkcs8: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', pkcs8, SEALING, false, ['deriveBits'])
}

/** Imported verification keys by their coordinates: a batch comes from few devices, and importing costs as much as verifying. */
const verificationKeys = new Map<string, Promise<CryptoKey>>()
const MAX_CACHED_KEYS = 1_000

/** The verification key of a public JWK. Rejects when the point is not on the curve. */
export function verificationKey(jwk: PublicJwk): Promise<CryptoKey> {
  const name = `${jwk.x}.${jwk.y}`
  const known = verificationKeys.get(name)
  if (known !== undefined) return known
  if (verificationKeys.size >= MAX_CACHED_KEYS) verificationKeys.clear()
  const key = importJWK({ ...jwk, alg: 'ES256' }, 'ES256') as Promise<CryptoKey>
  verificationKeys.set(name, key)
  return key
}

/** The key to seal to, of a public JWK. */
export async function sealingTarget(jwk: PublicJwk): Promise<CryptoKey> {
  return (await importJWK({ ...jwk, alg: 'ECDH-ES+A256KW' }, 'ECDH-ES+A256KW')) as CryptoKey
}
