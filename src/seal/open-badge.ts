import { CompactSign, compactVerify } from 'jose'
import { type BlockCredential, blockCredentialSchema } from '#domain/open-badge.ts'
import type { PublicJwk } from '#domain/session-package.ts'
import { fromUtf8, utf8 } from './bytes.ts'
import { verificationKey } from './keys.ts'
import { SealError } from './seal-error.ts'

/**
 * Signs a credential as Open Badges 3.0's JWT proof (its §8.2): the credential's own members beside `iss`, `jti`, `nbf` and `sub`; the
 * public key travels in the header (`jwk`), so that anyone can verify it offline and compare the key with the issuer's.
 */
export async function signCredential(credential: BlockCredential, privateKey: CryptoKey, publicJwk: PublicJwk): Promise<string> {
  const payload = {
    ...credential,
    iss: credential.issuer.id,
    jti: credential.id,
    nbf: Math.floor(Date.parse(credential.validFrom) / 1_000),
    sub: credential.credentialSubject.id,
  }
  return new CompactSign(utf8(JSON.stringify(payload))).setProtectedHeader({ alg: 'ES256', typ: 'JWT', jwk: publicJwk }).sign(privateKey)
}

/** Verifies a credential with the issuer's key. Throws SealError `badSignature` or `unexpectedContent`. */
export async function verifyCredential(jwt: string, publicJwk: PublicJwk): Promise<BlockCredential> {
  const { payload } = await compactVerify(jwt, await verificationKey(publicJwk), { algorithms: ['ES256'] }).catch((cause: unknown) => {
    throw new SealError('badSignature', { cause })
  })
  const parsed = blockCredentialSchema.safeParse(JSON.parse(fromUtf8(payload)))
  if (!parsed.success) throw new SealError('unexpectedContent', { cause: parsed.error })
  return parsed.data
}
