import { createDecipheriv, createHash, createPublicKey, diffieHellman, type JsonWebKey, type KeyObject, verify } from 'node:crypto'

/*
 * A second implementation of the sealed formats, written from docs/formats.md with node:crypto alone. It shares no code with src, so that
 * an error made in both the writer and the reader of src cannot hide.
 */

const b64 = (text: string) => Buffer.from(text, 'base64url')
const json = (text: string): Record<string, unknown> => JSON.parse(b64(text).toString('utf8')) as Record<string, unknown>

/** SHA-256, base64url. */
export function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('base64url')
}

/** RFC 7638 thumbprint of a P-256 key. */
export function keyId(jwk: { x: string; y: string }): string {
  return digest(`{"crv":"P-256","kty":"EC","x":"${jwk.x}","y":"${jwk.y}"}`)
}

/** RFC 7515 compact JWS, ES256. Gives the payload as text, or null when the signature is wrong. */
export function verifyJws(jws: string, jwk: JsonWebKey, typ: string): string | null {
  const [header = '', payload = '', signature = '', ...rest] = jws.split('.')
  const { alg, typ: claimed } = json(header)
  if (rest.length > 0 || alg !== 'ES256' || claimed !== typ) return null
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const ok = verify('sha256', Buffer.from(`${header}.${payload}`), { key, dsaEncoding: 'ieee-p1363' }, b64(signature))
  return ok ? b64(payload).toString('utf8') : null
}

/** RFC 7518 §4.6.2: Concat KDF for one 256-bit key. */
function agreedKey(secret: Buffer, algorithm: string): Buffer {
  const uint32 = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  }
  const id = Buffer.from(algorithm)
  const otherInfo = Buffer.concat([uint32(id.length), id, uint32(0), uint32(0), uint32(256)])
  return createHash('sha256')
    .update(Buffer.concat([uint32(1), secret, otherInfo]))
    .digest()
}

/** RFC 7516 compact JWE, ECDH-ES+A256KW and A256GCM. Throws when it cannot be opened. */
export function openJwe(jwe: string, privateKey: KeyObject, typ: string): string {
  const [header = '', wrapped = '', iv = '', data = '', tag = ''] = jwe.split('.')
  const { alg, enc, epk, typ: claimed } = json(header)
  if (alg !== 'ECDH-ES+A256KW' || enc !== 'A256GCM' || claimed !== typ) throw new Error('not an envelope')
  const publicKey = createPublicKey({ key: epk as JsonWebKey, format: 'jwk' })
  const secret = diffieHellman({ privateKey, publicKey })
  // RFC 3394 with its default initial value.
  const unwrap = createDecipheriv('id-aes256-wrap', agreedKey(secret, 'ECDH-ES+A256KW'), Buffer.from('a6a6a6a6a6a6a6a6', 'hex'))
  const contentKey = Buffer.concat([unwrap.update(b64(wrapped)), unwrap.final()])
  const open = createDecipheriv('aes-256-gcm', contentKey, b64(iv))
  open.setAAD(Buffer.from(header))
  open.setAuthTag(b64(tag))
  return Buffer.concat([open.update(b64(data)), open.final()]).toString('utf8')
}

/** RFC 8785 for what we hash: strings, integers, booleans, null, arrays, objects. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}
