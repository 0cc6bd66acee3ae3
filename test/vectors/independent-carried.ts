import { createHash, type JsonWebKey, type KeyObject } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import type { Kdf } from './argon2id.ts'
import { digest, keyId, openGcm, openJweBytes, verifyJws } from './independent-verifier.ts'

/*
 * What is carried by hand, read by the second implementation (docs/formats.md §6.3, §8.1, §10.1): Node's own modules, no code of src.
 */

interface EnrolmentContent {
  secret: string
  serverKeys: { signing: JsonWebKey & { x: string; y: string }; sealing: { x: string; y: string } }
  /** The session package, verified under `serverKeys.signing`. */
  content: { jurorId: string; session: { id: string; candidates: { lastName: string; firstName: string }[] } }
}

/** A code as it was typed, made plain; null when it can be none. */
export function plainCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain) ? plain : null
}

/** How the code of an enrolment file becomes its key. Throws when the text is no such file, or asks for too much work. */
export function kdfOf(file: string): Kdf {
  return parts(file).kdf
}

/** Opens an enrolment file with the key made of its code, and verifies what is inside. Throws when anything is wrong. */
export function openEnrolmentFile(file: string, key: Buffer): EnrolmentContent {
  const inside = JSON.parse(openGcm(key, parts(file)).toString('utf8')) as {
    format: string
    formatVersion: number
    secret: string
    serverKeys: EnrolmentContent['serverKeys']
    package: string
  }
  if (inside.format !== 'carnet-de-jury/offline-enrolment' || inside.formatVersion !== 1) throw new Error('not an enrolment')
  const { secret, serverKeys } = inside
  const signed = verifyJws(inside.package, serverKeys.signing, 'cdj-package+jws')
  if (signed === null) throw new Error('the package is signed by another')
  const content = JSON.parse(signed) as EnrolmentContent['content'] & { serverKeys: EnrolmentContent['serverKeys'] }
  for (const use of ['signing', 'sealing'] as const) {
    if (keyId(content.serverKeys[use]) !== keyId(serverKeys[use])) throw new Error('two servers')
  }
  return { secret, serverKeys, content }
}

function parts(file: string) {
  const { format, formatVersion, jwe } = JSON.parse(file) as { format: string; formatVersion: number; jwe: string }
  if (format !== 'carnet-de-jury/offline-enrolment' || formatVersion !== 1) throw new Error('not an enrolment file')
  const [header = '', wrapped, iv = '', data = '', tag = '', ...rest] = jwe.split('.')
  const { alg, enc, typ, cdj } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as {
    alg: string
    enc: string
    typ: string
    cdj: { kdf: Kdf }
  }
  const isOurs = alg === 'dir' && enc === 'A256GCM' && typ === 'cdj-offline-enrolment+jwe' && wrapped === '' && rest.length === 0
  const { name, memoryKiB, iterations, parallelism } = cdj.kdf
  const isFair = name === 'argon2id' && memoryKiB <= 1_048_576 && iterations <= 20 && parallelism === 1
  if (!isOurs || !isFair) throw new Error('not sealed under a code')
  return { header, iv, data, tag, kdf: cdj.kdf }
}

/** The compact JWS of each sheet in a panel's parcel. Throws when it cannot be opened. */
export function sheetsInParcel(jwe: string, privateKey: KeyObject): string[] {
  const parcel = JSON.parse(inflateRawSync(openJweBytes(jwe, privateKey, 'cdj-panel+jwe')).toString('utf8')) as {
    format: string
    formatVersion: number
    items: { kind: string; jws: string | { protected: string; payload: string; signature: string } }[]
  }
  if (parcel.format !== 'carnet-de-jury/panel-parcel' || parcel.formatVersion !== 1) throw new Error('not a parcel')
  return parcel.items
    .filter(({ kind }) => kind === 'sheet')
    .map(({ jws }) =>
      typeof jws === 'string' ? jws : `${jws.protected}.${Buffer.from(jws.payload).toString('base64url')}.${jws.signature}`,
    )
}

/** The JSON in a carried text, and its control number. Throws when its check is wrong. */
export function carriedText(text: string, kind: string): { value: unknown; controlNumber: string } {
  const [claimed, version, payload = '', check] = text.split('.')
  const body = text.slice(0, text.lastIndexOf('.'))
  if (claimed !== kind || version !== '1' || digest(body).slice(0, 6) !== check) throw new Error('garbled')
  const number = createHash('sha256').update(text).digest().readBigUInt64BE() % 10n ** 16n
  const controlNumber = number
    .toString()
    .padStart(16, '0')
    .replace(/(\d{4})(?=\d)/g, '$1 ')
  return { value: JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')), controlNumber }
}
