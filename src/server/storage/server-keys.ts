import type { webcrypto } from 'node:crypto'
import { type PublicJwk, publicJwkSchema, type ServerKeys } from '#domain/session-package.ts'
import { fromBase64url, randomBytes, toBase64url } from '#seal/bytes.ts'
import {
  exportPrivateKey,
  generateSealingPair,
  generateSigningPair,
  importSealingKey,
  importSigningKey,
  type KeyPair,
  thumbprint,
} from '#seal/keys.ts'
import type { Db } from './engine.ts'
import type { ServerKeyTable } from './schema.ts'

/** The server's keys, ready for use. */
export interface ServerSecrets {
  publicKeys: ServerKeys
  signing: { privateKey: webcrypto.CryptoKey; keyId: string }
  openingKey: webcrypto.CryptoKey
  /** Signs coordinators' session cookies. */
  cookieSecret: string
}

/** Makes the server's keys at the first start, reads them at the next ones. */
export async function loadServerSecrets(db: Db, at: string): Promise<ServerSecrets> {
  const signing = await keyNamed(db, 'signing', at, () => describe(generateSigningPair()))
  const sealing = await keyNamed(db, 'sealing', at, () => describe(generateSealingPair()))
  const cookie = await keyNamed(db, 'auth-secret', at, async () => ({ public_jwk: '', private_key: toBase64url(randomBytes(32)) }))
  const publicKeys = { signing: readJwk(signing), sealing: readJwk(sealing) }
  return {
    publicKeys,
    signing: {
      privateKey: await importSigningKey(fromBase64url(signing.private_key)),
      keyId: await thumbprint(publicKeys.signing),
    },
    openingKey: await importSealingKey(fromBase64url(sealing.private_key)),
    cookieSecret: cookie.private_key,
  }
}

/** The public half of a session's recovery key, made when first asked for; the private half stays here for the coordinator. */
export async function recoveryKey(db: Db, sessionId: string, at: string): Promise<PublicJwk> {
  return readJwk(await keyNamed(db, `recovery:${sessionId}`, at, () => describe(generateSealingPair())))
}

/** The private half of a session's recovery key, made with the public one; null when no device was ever enrolled. */
export async function recoveryPrivateKey(db: Db, sessionId: string): Promise<webcrypto.CryptoKey | null> {
  const found = await db.selectFrom('server_keys').select('private_key').where('name', '=', `recovery:${sessionId}`).executeTakeFirst()
  return found ? importSealingKey(fromBase64url(found.private_key)) : null
}

type KeyMaterial = Pick<ServerKeyTable, 'public_jwk' | 'private_key'>

async function describe(made: Promise<KeyPair>): Promise<KeyMaterial> {
  const pair = await made
  return { public_jwk: JSON.stringify(pair.publicJwk), private_key: toBase64url(await exportPrivateKey(pair.privateKey)) }
}

/** Of several processes starting together, one key wins: each inserts if absent, then all read the same row. */
async function keyNamed(db: Db, name: string, at: string, make: () => Promise<KeyMaterial>): Promise<KeyMaterial> {
  const find = () => db.selectFrom('server_keys').select(['public_jwk', 'private_key']).where('name', '=', name)
  const found = await find().executeTakeFirst()
  if (found) return found
  await db
    .insertInto('server_keys')
    .values({ name, ...(await make()), created_at: at })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return find().executeTakeFirstOrThrow()
}

function readJwk(key: KeyMaterial): PublicJwk {
  return publicJwkSchema.parse(JSON.parse(key.public_jwk))
}
