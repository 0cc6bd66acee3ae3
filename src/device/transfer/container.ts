import { type Bytes, fromBase64url, fromUtf8, toBase64url, utf8 } from '#seal/bytes.ts'

/**
 * Envelopes as bytes, a quarter smaller than their text. Big-endian: version (u8), count (u16), then for each envelope its id (32 bytes) and a
 * kind (u8): 0, the JWE's five parts decoded from base64url, each as length (u32) and bytes; 1, the JWE's text in UTF-8 as length (u32) and
 * bytes, for a JWE whose base64url would not come back the same to the last bit.
 */
const CONTAINER_VERSION = 1
const ID_BYTES = 32
const PARTS = 5

const KIND = { parts: 0, text: 1 } as const

/** An envelope read from bytes, not checked yet. */
export interface ContainedEnvelope {
  id: string
  jwe: string
}

/** Packs envelopes. Throws a RangeError above 65,535 of them. */
export function packEnvelopes(envelopes: readonly ContainedEnvelope[]): Bytes {
  if (envelopes.length > 0xffff) throw new RangeError('too many envelopes')
  const fields: Bytes[] = [Uint8Array.of(CONTAINER_VERSION, envelopes.length >> 8, envelopes.length & 0xff)]
  for (const { id, jwe } of envelopes) {
    const parts = splitJwe(jwe)
    fields.push(fromBase64url(id), Uint8Array.of(parts === null ? KIND.text : KIND.parts))
    for (const part of parts ?? [utf8(jwe)]) fields.push(lengthField(part.length), part)
  }
  return concatBytes(fields)
}

/** Unpacks envelopes. Throws a RangeError on bytes that are cut short, too long or of an unknown version. */
export function unpackEnvelopes(bytes: Bytes): ContainedEnvelope[] {
  const reader = new FieldReader(bytes)
  const [version = 0, high = 0, low = 0] = reader.take(3)
  if (version !== CONTAINER_VERSION) throw new RangeError('unknown container version')
  const envelopes = Array.from({ length: high * 256 + low }, () => unpackOne(reader))
  if (!reader.isAtEnd()) throw new RangeError('bytes after the last envelope')
  return envelopes
}

function unpackOne(reader: FieldReader): ContainedEnvelope {
  const id = toBase64url(reader.take(ID_BYTES))
  const [kind] = reader.take(1)
  if (kind === KIND.text) return { id, jwe: fromUtf8(reader.takeCounted()) }
  if (kind !== KIND.parts) throw new RangeError('unknown kind of envelope')
  return { id, jwe: Array.from({ length: PARTS }, () => toBase64url(reader.takeCounted())).join('.') }
}

/** The five parts as bytes, or null when they would not encode back to the very same text. */
function splitJwe(jwe: string): Bytes[] | null {
  if (!/^[A-Za-z0-9_-]*(\.[A-Za-z0-9_-]*){4}$/.test(jwe)) return null
  // A base64url text is never one character over a multiple of four.
  const texts = jwe.split('.')
  if (texts.some((text) => text.length % 4 === 1)) return null
  const parts = texts.map((text) => fromBase64url(text))
  return parts.map((part) => toBase64url(part)).join('.') === jwe ? parts : null
}

function lengthField(length: number): Bytes {
  const field = new Uint8Array(4)
  new DataView(field.buffer).setUint32(0, length)
  return field
}

export function concatBytes(fields: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(fields.reduce((total, field) => total + field.length, 0))
  let offset = 0
  for (const field of fields) {
    whole.set(field, offset)
    offset += field.length
  }
  return whole
}

class FieldReader {
  readonly #bytes: Bytes
  #offset = 0

  constructor(bytes: Bytes) {
    this.#bytes = bytes
  }

  isAtEnd(): boolean {
    return this.#offset === this.#bytes.length
  }

  take(length: number): Bytes {
    const end = this.#offset + length
    if (end > this.#bytes.length) throw new RangeError('bytes cut short')
    const field = this.#bytes.slice(this.#offset, end)
    this.#offset = end
    return field
  }

  takeCounted(): Bytes {
    const field = this.take(4)
    return this.take(new DataView(field.buffer).getUint32(0))
  }
}
