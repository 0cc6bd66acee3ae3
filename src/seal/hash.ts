import canonicalize from 'canonicalize'
import { toBase64url, utf8 } from './bytes.ts'

/** SHA-256 of bytes or of a text's UTF-8, as unpadded base64url. */
export async function sha256(data: Uint8Array<ArrayBuffer> | string): Promise<string> {
  const bytes = typeof data === 'string' ? utf8(data) : data
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** SHA-256 of a JSON value's canonical form (RFC 8785): how frameworks, grids and journal rows are named. */
export async function hashJson(value: unknown): Promise<string> {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('value has no JSON form')
  return sha256(text)
}
