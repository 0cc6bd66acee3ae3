import { type PublicJwk, type SessionPackage, sessionPackageSchema } from '#domain/session-package.ts'
import { hashJson } from './hash.ts'
import { thumbprint } from './keys.ts'
import { SealError } from './seal-error.ts'
import { openText, sealText } from './sealed.ts'
import { signJson, verifyJson } from './signed.ts'

/** Signs a package with the server's key, then seals it to one device. */
export async function sealPackage(
  content: SessionPackage,
  server: { privateKey: CryptoKey; keyId: string },
  device: PublicJwk,
): Promise<string> {
  return sealText('cdj-package+jwe', await signJson('cdj-package+jws', content, server.privateKey, server.keyId), device)
}

/**
 * Opens a package on a device: sealed to it, signed by the pinned server key, and each document under its own hash. Throws SealError:
 * `cannotOpen`, `badSignature`, `unknownKey` when the server's key is not the pinned one, `unexpectedContent` when a hash is wrong.
 */
export async function openPackage(
  jwe: string,
  device: CryptoKey,
  serverSigningKey: PublicJwk,
  pinnedThumbprint: string,
): Promise<SessionPackage> {
  return verifyPackage(await openText('cdj-package+jwe', jwe, device), serverSigningKey, pinnedThumbprint)
}

/** Verifies a signed package that is sealed no more: signed by the pinned server key, and each document under its own hash. Throws SealError. */
export async function verifyPackage(jws: string, serverSigningKey: PublicJwk, pinnedThumbprint: string): Promise<SessionPackage> {
  if ((await thumbprint(serverSigningKey)) !== pinnedThumbprint) throw new SealError('unknownKey')
  const content = await verifyJson('cdj-package+jws', jws, serverSigningKey, sessionPackageSchema)
  if ((await thumbprint(content.serverKeys.signing)) !== pinnedThumbprint) throw new SealError('unknownKey')
  if ((await hashJson(content.framework)) !== content.frameworkHash) throw new SealError('unexpectedContent')
  for (const { grid, hash } of content.grids) {
    if ((await hashJson(grid)) !== hash || grid.framework.hash !== content.frameworkHash) throw new SealError('unexpectedContent')
  }
  return content
}
