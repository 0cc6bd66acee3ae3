import { fromBase64url, randomBytes, toBase64url } from './bytes.ts'
import { sha256 } from './hash.ts'

/** What an enrolment link carries in its fragment, which browsers never send: a one-time secret and the server key to pin. */
export interface EnrolmentCode {
  /** 16 random bytes, base64url. */
  secret: string
  /** Thumbprint of the server's signing key. */
  serverKeyId: string
}

/** A new one-time secret. */
export function newEnrolmentSecret(): string {
  return toBase64url(randomBytes(16))
}

/** What the server keeps of a secret: its SHA-256, never the secret. */
export async function enrolmentSecretHash(secret: string): Promise<string> {
  return sha256(secret)
}

/** Writes a code: `1.<secret>.<thumbprint>.<first 6 characters of the SHA-256 of what precedes>`. */
export async function formatEnrolmentCode(code: EnrolmentCode): Promise<string> {
  const body = `1.${code.secret}.${code.serverKeyId}`
  return `${body}.${(await sha256(body)).slice(0, 6)}`
}

/** Reads a code, or says why it can't be: cut or mistyped (`garbled`), or made by a newer server (`unknownVersion`). */
export async function parseEnrolmentCode(text: string): Promise<EnrolmentCode | 'garbled' | 'unknownVersion'> {
  const [version, secret, serverKeyId, check, ...rest] = text.trim().split('.')
  if (!version || !/^\d+$/.test(version)) return 'garbled'
  if (version !== '1') return 'unknownVersion'
  if (!secret || !serverKeyId || !check || rest.length > 0) return 'garbled'
  if ((await sha256(`1.${secret}.${serverKeyId}`)).slice(0, 6) !== check) return 'garbled'
  if (!isBytes(secret, 16) || !isBytes(serverKeyId, 32)) return 'garbled'
  return { secret, serverKeyId }
}

function isBytes(text: string, length: number): boolean {
  try {
    return fromBase64url(text).length === length
  } catch {
    return false
  }
}
