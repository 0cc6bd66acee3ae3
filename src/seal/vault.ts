import { argon2id } from 'hash-wasm'
import { z } from 'zod'
import type { PublicJwk } from '#domain/session-package.ts'
import { type Bytes, fromBase64url, fromUtf8, randomBytes, toBase64url, utf8 } from './bytes.ts'
import { SealError } from './seal-error.ts'
import { sealText } from './sealed.ts'

const base64urlSchema = z.string().regex(/^[A-Za-z0-9_-]+$/)

/** A row at rest: AES-256-GCM under the vault's data key, 12-byte IV, the row's own address as additional data. */
export type SealedRow = { iv: Bytes; data: Bytes }

/** How a key is made of a passphrase (RFC 9106). The ceilings keep a hostile file from exhausting who opens it. */
export const kdfSchema = z.object({
  name: z.literal('argon2id'),
  salt: base64urlSchema,
  memoryKiB: z.number().int().min(19_456).max(1_048_576),
  iterations: z.number().int().min(2).max(20),
  parallelism: z.literal(1),
})

/** How a passphrase opens a vault. Clear at rest: salts, costs and wrapped keys only. */
export const vaultLockSchema = z.object({
  formatVersion: z.literal(1),
  kdf: kdfSchema,
  /** The data key under the passphrase's key: IV then AES-256-GCM ciphertext, base64url. */
  wrappedKey: base64urlSchema,
})
export type VaultLock = z.infer<typeof vaultLockSchema>

/** Argon2id's cost. At least OWASP's 19 MiB and 2 iterations; calibrated to the device by its caller. */
export interface KdfCost {
  memoryKiB: number
  iterations: number
}
export const MINIMUM_COST: KdfCost = { memoryKiB: 19_456, iterations: 2 }

/** An open vault's key. Non-extractable; gone from memory when the page goes. */
export type DataKey = CryptoKey

/** An AES-256-GCM key of a passphrase, non-extractable. */
export async function passphraseKey(passphrase: string, salt: Bytes, cost: KdfCost): Promise<CryptoKey> {
  const bytes = await argon2id({
    password: passphrase.normalize('NFC'),
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.iterations,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })
  return importDataKey(bytes as Bytes)
}

async function importDataKey(bytes: Bytes): Promise<DataKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/**
 * Makes a vault: a random 256-bit data key, wrapped under the passphrase and sealed to the session's recovery key. The key's own bytes
 * live only inside this call.
 */
export async function createVault(
  passphrase: string,
  cost: KdfCost,
  recoveryKey: PublicJwk,
): Promise<{ lock: VaultLock; dataKey: DataKey; recovery: string }> {
  const keyBytes = randomBytes(32)
  const lock = await lockFor(passphrase, cost, keyBytes)
  const recovery = await sealText('cdj-recovery+jwe', toBase64url(keyBytes), recoveryKey)
  const dataKey = await importDataKey(keyBytes)
  keyBytes.fill(0)
  return { lock, dataKey, recovery }
}

async function lockFor(passphrase: string, cost: KdfCost, keyBytes: Bytes): Promise<VaultLock> {
  const salt = randomBytes(16)
  const wrapping = await passphraseKey(passphrase, salt, cost)
  return {
    formatVersion: 1,
    kdf: { name: 'argon2id', salt: toBase64url(salt), memoryKiB: cost.memoryKiB, iterations: cost.iterations, parallelism: 1 },
    wrappedKey: joinRow(await encryptBytes(wrapping, 'vault-key', keyBytes)),
  }
}

async function dataKeyBytes(passphrase: string, lock: VaultLock): Promise<Bytes> {
  const wrapping = await passphraseKey(passphrase, fromBase64url(lock.kdf.salt), lock.kdf)
  try {
    return await decryptBytes(wrapping, 'vault-key', splitRow(lock.wrappedKey))
  } catch (cause) {
    throw new SealError('wrongPassphrase', { cause })
  }
}

/** Opens a vault. Throws SealError `wrongPassphrase`. */
export async function unlockVault(passphrase: string, lock: VaultLock): Promise<DataKey> {
  const bytes = await dataKeyBytes(passphrase, lock)
  const key = await importDataKey(bytes)
  bytes.fill(0)
  return key
}

/** The same data key under a new passphrase. Throws SealError `wrongPassphrase` when the old one is wrong. */
export async function changePassphrase(oldPassphrase: string, newPassphrase: string, lock: VaultLock, cost: KdfCost): Promise<VaultLock> {
  const bytes = await dataKeyBytes(oldPassphrase, lock)
  const changed = await lockFor(newPassphrase, cost, bytes)
  bytes.fill(0)
  return changed
}

/** A vault reopened by its recovered data key (base64url, as the recovery key opened it), under a new passphrase. */
export async function recoverVault(
  recoveredKey: string,
  passphrase: string,
  cost: KdfCost,
): Promise<{ lock: VaultLock; dataKey: DataKey }> {
  const bytes = fromBase64url(recoveredKey)
  if (bytes.length !== 32) throw new SealError('malformed')
  const lock = await lockFor(passphrase, cost, bytes)
  const dataKey = await importDataKey(bytes)
  bytes.fill(0)
  return { lock, dataKey }
}

/** Encrypts bytes bound to `address` (table and id): a row moved elsewhere no longer opens. */
export async function encryptBytes(key: DataKey, address: string, bytes: Bytes): Promise<SealedRow> {
  const iv = randomBytes(12)
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(address) }, key, bytes)
  return { iv, data: new Uint8Array(data) }
}

/** Decrypts what encryptBytes made for the same address. Throws SealError `corruptedRow`. */
export async function decryptBytes(key: DataKey, address: string, row: SealedRow): Promise<Bytes> {
  try {
    const data = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv, additionalData: utf8(address) }, key, row.data)
    return new Uint8Array(data)
  } catch (cause) {
    throw new SealError('corruptedRow', { cause })
  }
}

/** Encrypts a JSON value for an address. */
export async function encryptJson(key: DataKey, address: string, value: unknown): Promise<SealedRow> {
  return encryptBytes(key, address, utf8(JSON.stringify(value)))
}

/** Decrypts a JSON value and reads it through a schema. Throws SealError `corruptedRow` or `unexpectedContent`. */
export async function decryptJson<Schema extends z.ZodType>(
  key: DataKey,
  address: string,
  row: SealedRow,
  schema: Schema,
): Promise<z.output<Schema>> {
  const bytes = await decryptBytes(key, address, row)
  const parsed = schema.safeParse(JSON.parse(fromUtf8(bytes)))
  if (!parsed.success) throw new SealError('unexpectedContent', { cause: parsed.error })
  return parsed.data
}

function joinRow(row: SealedRow): string {
  const joined = new Uint8Array(row.iv.length + row.data.length)
  joined.set(row.iv)
  joined.set(row.data, row.iv.length)
  return toBase64url(joined)
}

function splitRow(text: string): SealedRow {
  const bytes = fromBase64url(text)
  return { iv: bytes.slice(0, 12), data: bytes.slice(12) }
}
