import type { PublicJwk, ServerKeys, SessionPackage } from '#domain/session-package.ts'
import type { Bytes } from '#seal/bytes.ts'
import { importSealingKey, importSigningKey } from '#seal/keys.ts'
import { createVault } from '#seal/vault.ts'
import { db, type VaultRow } from './db.ts'
import type { Notebook } from './notebook.ts'
import { openNotebook } from './open-notebook.ts'
import { withAffordableCost } from './passphrase-cost.ts'
import { sealKeyRecord, sealPackageRecord } from './records.ts'
import { withDatabase } from './storage.ts'

interface NewNotebook {
  passphrase: string
  label: string
  content: SessionPackage
  serverKeys: ServerKeys
  serverKeyId: string
  certificate?: string | undefined
  /** Of a notebook made of a file. */
  offline?: Required<Pick<VaultRow, 'carriedRequest' | 'offlineFileId'>>
  deviceId: string
  publicKey: PublicJwk
  /** The device's private keys; wiped here once they are sealed. */
  signingPkcs8: Bytes
  sealingPkcs8: Bytes
}

/** Makes a notebook and stores all of it in one transaction, or nothing. Throws DeviceError when it cannot be stored. */
export async function createNotebook(made: NewNotebook): Promise<Notebook> {
  const vaultId = crypto.randomUUID()
  const { content, serverKeys, serverKeyId, deviceId, publicKey, label } = made
  const { lock, dataKey, recovery } = await withAffordableCost((cost) => createVault(made.passphrase, cost, content.recoveryKey))
  const records = [
    await sealKeyRecord(dataKey, vaultId, 'signingKey', made.signingPkcs8),
    await sealKeyRecord(dataKey, vaultId, 'sealingKey', made.sealingPkcs8),
    await sealPackageRecord(dataKey, vaultId, content),
  ]
  const signingKey = await importSigningKey(made.signingPkcs8)
  const sealingKey = await importSealingKey(made.sealingPkcs8)
  made.signingPkcs8.fill(0)
  made.sealingPkcs8.fill(0)
  const createdAt = Date.now()
  await withDatabase(() =>
    db.transaction('rw', db.vaults, db.records, async () => {
      await db.vaults.put({
        id: vaultId,
        label,
        createdAt,
        deviceId,
        publicKey,
        lock,
        recovery,
        serverKeys,
        serverKeyId,
        ...(made.certificate === undefined ? {} : { certificate: made.certificate }),
        ...made.offline,
        wrongTries: 0,
        nextTryAt: 0,
        lastUnlockAt: null,
      })
      await db.records.bulkPut(records)
    }),
  )
  return openNotebook({ vaultId, deviceId, label, content }, { dataKey, signingKey, sealingKey, serverKeys, serverKeyId, publicKey })
}
