import { base64url } from 'jose'

export type Bytes = Uint8Array<ArrayBuffer>

/** UTF-8 bytes of a text. */
export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text) as Bytes
}

/** Text of UTF-8 bytes. Throws a TypeError on malformed bytes. */
export function fromUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/** Unpadded base64url (RFC 4648 §5). */
export function toBase64url(bytes: Uint8Array): string {
  return base64url.encode(bytes)
}

/** Bytes of an unpadded base64url text. Throws a TypeError on anything else. */
export function fromBase64url(text: string): Bytes {
  return base64url.decode(text) as Bytes
}

/** `length` random bytes from the platform's generator. */
export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}
