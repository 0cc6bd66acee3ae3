import { type Algorithm, hashRaw } from '@node-rs/argon2'

/** How a passphrase or a code becomes a key, as files and vaults say it in clear. */
export interface Kdf {
  name: string
  /** base64url. */
  salt: string
  memoryKiB: number
  iterations: number
  parallelism: number
}

/**
 * Argon2id (RFC 9106), 32 bytes. Node 20's own cryptography does not have it: the one step of the second implementation that needs a library,
 * another one than src's.
 */
export function argon2id(passphrase: string, { salt, memoryKiB, iterations, parallelism }: Kdf): Promise<Buffer> {
  const algorithm: Algorithm.Argon2id = 2
  const cost = { memoryCost: memoryKiB, timeCost: iterations, parallelism, outputLen: 32 }
  return hashRaw(passphrase.normalize('NFC'), { ...cost, algorithm, salt: Buffer.from(salt, 'base64url') })
}
