import { CompactEncrypt, compactDecrypt } from 'jose'
import type { PublicJwk } from '#domain/session-package.ts'
import { fromUtf8, utf8 } from './bytes.ts'
import { sealingTarget, thumbprint } from './keys.ts'
import { SealError } from './seal-error.ts'

export type SealedType = 'cdj-envelope+jwe' | 'cdj-package+jwe' | 'cdj-recovery+jwe' | 'cdj-recovery-answer+jwe'

/** Seals a text to a public key as a compact JWE (RFC 7516, ECDH-ES+A256KW, A256GCM). */
export async function sealText(type: SealedType, text: string, recipient: PublicJwk): Promise<string> {
  return new CompactEncrypt(utf8(text))
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: type, kid: await thumbprint(recipient) })
    .encrypt(await sealingTarget(recipient))
}

/** Opens a compact JWE of the given type. Throws SealError `wrongType` or `cannotOpen`. */
export async function openText(type: SealedType, jwe: string, privateKey: CryptoKey): Promise<string> {
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
  return fromUtf8(opened.plaintext)
}
