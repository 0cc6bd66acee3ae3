import { createDecipheriv } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16

/** What a vault keeps at rest (docs/formats.md §10), base64url: AES-256-GCM, its tag at the end of `data`. Throws when a bit or the address is wrong. */
export function openRow(key: Buffer, address: string, row: { iv: string; data: string }): Buffer {
  const sealed = Buffer.from(row.data, 'base64url')
  const open = createDecipheriv('aes-256-gcm', key, Buffer.from(row.iv, 'base64url'), { authTagLength: TAG_BYTES })
  open.setAAD(Buffer.from(address))
  open.setAuthTag(sealed.subarray(-TAG_BYTES))
  return Buffer.concat([open.update(sealed.subarray(0, -TAG_BYTES)), open.final()])
}

/** The data key that a lock holds under its passphrase's key. Throws when the passphrase was another. */
export function openLock(passphraseKey: Buffer, lock: { wrappedKey: string }): Buffer {
  const bytes = Buffer.from(lock.wrappedKey, 'base64url')
  const row = { iv: bytes.subarray(0, IV_BYTES).toString('base64url'), data: bytes.subarray(IV_BYTES).toString('base64url') }
  return openRow(passphraseKey, 'vault-key', row)
}
