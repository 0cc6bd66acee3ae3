import type { z } from 'zod'
import { fromBase64url, fromUtf8, toBase64url, utf8 } from './bytes.ts'
import { sha256 } from './hash.ts'

/** Why a text somebody carried here cannot be read: cut, mistyped or of another kind (`garbled`), or made by a newer app (`unknownVersion`). */
export type CarriedTextFailure = 'garbled' | 'unknownVersion'

const CHECK_LENGTH = 6

/**
 * A document as a text that survives a mail, a message or a QR code: `<kind>.1.<base64url of its JSON>.<first 6 characters of the SHA-256 of what
 * precedes>`. It proves nothing of its author; what must be secret or proved is sealed or signed inside.
 */
export async function formatCarriedText(kind: string, value: unknown): Promise<string> {
  const body = `${kind}.1.${toBase64url(utf8(JSON.stringify(value)))}`
  return `${body}.${(await sha256(body)).slice(0, CHECK_LENGTH)}`
}

/** Reads a carried text; spaces and line breaks that a mail added are passed over. */
export async function readCarriedText<Schema extends z.ZodType>(
  kind: string,
  text: string,
  schema: Schema,
): Promise<z.output<Schema> | CarriedTextFailure> {
  const compact = compactCarriedText(text)
  const [claimedKind, version, payload, check, ...rest] = compact.split('.')
  if (claimedKind !== kind || !version || !/^\d+$/.test(version)) return 'garbled'
  if (version !== '1') return 'unknownVersion'
  const body = compact.slice(0, compact.lastIndexOf('.'))
  if (!payload || rest.length > 0 || (await sha256(body)).slice(0, CHECK_LENGTH) !== check) return 'garbled'
  const parsed = schema.safeParse(parsePayload(payload))
  return parsed.success ? parsed.data : 'garbled'
}

/** A carried text, JWS or JWE without the spaces and line breaks it gained on the way. */
export function compactCarriedText(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Undefined when it is not JSON in base64url, which no schema of ours accepts. */
function parsePayload(payload: string): unknown {
  try {
    return JSON.parse(fromUtf8(fromBase64url(payload)))
  } catch {
    return undefined
  }
}
