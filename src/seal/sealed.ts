import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose'
import type { PublicJwk } from '#domain/session-package.ts'
import { type Bytes, fromUtf8, utf8 } from './bytes.ts'
import { sealingTarget, thumbprint } from './keys.ts'
import { SealError } from './seal-error.ts'

export type SealedType =
  | 'cdj-envelope+jwe'
  | 'cdj-package+jwe'
  | 'cdj-panel+jwe'
  | 'cdj-recovery+jwe'
  | 'cdj-recovery-answer+jwe'
  | 'cdj-enrolment+jwe'

/** Seals a text to a public key as a compact JWE (RFC 7516, ECDH-ES+A256KW, A256GCM). */
export async function sealText(type: SealedType, text: string, recipient: PublicJwk): Promise<string> {
  return sealBytes(type, utf8(text), recipient)
}

/** As sealText, for bytes that are no text. */
export async function sealBytes(type: SealedType, bytes: Bytes, recipient: PublicJwk): Promise<string> {
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: type, kid: await thumbprint(recipient) })
    .encrypt(await sealingTarget(recipient))
}

/** Opens a compact JWE of the given type. Throws SealError `wrongType` or `cannotOpen`. */
export async function openText(type: SealedType, jwe: string, privateKey: CryptoKey): Promise<string> {
  return fromUtf8(await openBytes(type, jwe, privateKey))
}

/** As openText, for bytes that are no text. */
export async function openBytes(type: SealedType, jwe: string, privateKey: CryptoKey): Promise<Bytes> {
  let opened: Awaited<ReturnType<typeof compactDecrypt>>
  try {
    opened = await compactDecrypt(jwe, privateKey, {
      keyManagementAlgorithms: ['ECDH-ES+A256KW'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
  } catch (cause) {
    throw new SealError('cannotOpen', { cause })
  }
  if (opened.protectedHeader.typ !== type) throw new SealError('wrongType')
  return new Uint8Array(opened.plaintext)
}

/** What a JWE claims to be, before it is opened; null when its header cannot be read. */
export function claimedSealedType(jwe: string): string | null {
  try {
    return decodeProtectedHeader(jwe).typ ?? null
  } catch {
    return null
  }
}
