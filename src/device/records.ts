import { type SessionPackage, sessionPackageSchema } from '#domain/session-package.ts'
import type { Bytes } from '#seal/bytes.ts'
import { importSealingKey, importSigningKey } from '#seal/keys.ts'
import { type DataKey, decryptBytes, decryptJson, encryptBytes, encryptJson } from '#seal/vault.ts'
import { address, db, type RecordKind, type RecordRow } from './db.ts'
import { DeviceError } from './device-error.ts'
import { withDatabase } from './storage.ts'

/** Seals a private key's PKCS #8 bytes for its place. */
export async function sealKeyRecord(
  dataKey: DataKey,
  vaultId: string,
  kind: 'signingKey' | 'sealingKey',
  pkcs8: Bytes,
): Promise<RecordRow> {
  return { vaultId, kind, sealed: await encryptBytes(dataKey, address.record(vaultId, kind), pkcs8) }
}

/** Seals a session package for its place. */
export async function sealPackageRecord(dataKey: DataKey, vaultId: string, content: SessionPackage): Promise<RecordRow> {
  return { vaultId, kind: 'package', sealed: await encryptJson(dataKey, address.record(vaultId, 'package'), content) }
}

/** The notebook's private keys, imported non-extractable. Throws SealError or DeviceError `damaged`. */
export async function readKeys(dataKey: DataKey, vaultId: string): Promise<{ signingKey: CryptoKey; sealingKey: CryptoKey }> {
  return {
    signingKey: await importSigningKey(await keyBytes(dataKey, vaultId, 'signingKey')),
    sealingKey: await importSealingKey(await keyBytes(dataKey, vaultId, 'sealingKey')),
  }
}

async function keyBytes(dataKey: DataKey, vaultId: string, kind: RecordKind): Promise<Bytes> {
  const row = await readRow(vaultId, kind)
  return decryptBytes(dataKey, address.record(vaultId, kind), row.sealed)
}

/** The stored session package. Throws SealError or DeviceError `damaged`. */
export async function readPackage(dataKey: DataKey, vaultId: string): Promise<SessionPackage> {
  const row = await readRow(vaultId, 'package')
  return decryptJson(dataKey, address.record(vaultId, 'package'), row.sealed, sessionPackageSchema)
}

async function readRow(vaultId: string, kind: RecordKind): Promise<RecordRow> {
  const row = await withDatabase(() => db.records.get([vaultId, kind]))
  if (!row) throw new DeviceError('damaged')
  return row
}
