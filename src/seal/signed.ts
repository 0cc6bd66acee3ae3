import { CompactSign, compactVerify, decodeProtectedHeader } from 'jose'
import type { z } from 'zod'
import type { PublicJwk } from '#domain/session-package.ts'
import { fromUtf8, utf8 } from './bytes.ts'
import { verificationKey } from './keys.ts'
import { SealError } from './seal-error.ts'

/** What a JWS of ours says it is, in its `typ` header. */
export type SignedType =
  | 'cdj-sheet+jws'
  | 'cdj-receipt+jws'
  | 'cdj-package+jws'
  | 'cdj-enrolment+jws'
  | 'cdj-enrolled+jws'
  | 'cdj-device+jws'
  | 'cdj-attestation+jws'
  | 'cdj-awaiting+jws'
  | 'cdj-wipe+jws'
  | 'cdj-mandate+jws'
  | 'cdj-interests+jws'

/** Signs a JSON value as a compact JWS (RFC 7515, ES256). `keyId` is the signing key's thumbprint. */
export async function signJson(type: SignedType, payload: unknown, privateKey: CryptoKey, keyId: string): Promise<string> {
  return new CompactSign(utf8(JSON.stringify(payload))).setProtectedHeader({ alg: 'ES256', typ: type, kid: keyId }).sign(privateKey)
}

/** The key id a JWS claims to be signed by, read before any verification. Throws SealError `malformed`. */
export function claimedKeyId(jws: string): string {
  try {
    const { kid } = decodeProtectedHeader(jws)
    if (typeof kid === 'string') return kid
  } catch (cause) {
    throw new SealError('malformed', { cause })
  }
  throw new SealError('malformed')
}

/** The type a JWS claims to be, read before any verification; null when it is no JWS or says none. */
export function claimedType(jws: string): string | null {
  try {
    return decodeProtectedHeader(jws).typ ?? null
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/**
 * Verifies a compact JWS with one key and reads its payload through a schema. The signed bytes are the stored bytes: nothing is
 * re-serialised. Throws SealError: `malformed`, `wrongType`, `badSignature`, `unknownVersion` or `unexpectedContent`.
 */
export async function verifyJson<Schema extends z.ZodType>(
  type: SignedType,
  jws: string,
  publicJwk: PublicJwk,
  schema: Schema,
): Promise<z.output<Schema>> {
  claimedKeyId(jws)
  if (decodeProtectedHeader(jws).typ !== type) throw new SealError('wrongType')
  const payload = await verifiedPayload(jws, publicJwk)
  return parsePayload(payload, schema)
}

async function verifiedPayload(jws: string, publicJwk: PublicJwk): Promise<Uint8Array> {
  try {
    const key = await verificationKey(publicJwk)
    return (await compactVerify(jws, key, { algorithms: ['ES256'] })).payload
  } catch (cause) {
    throw new SealError('badSignature', { cause })
  }
}

function parsePayload<Schema extends z.ZodType>(payload: Uint8Array, schema: Schema): z.output<Schema> {
  const json = readJson(payload)
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const versionWrong = parsed.error.issues.some((issue) => issue.path.length === 1 && issue.path[0] === 'formatVersion')
  throw new SealError(versionWrong ? 'unknownVersion' : 'unexpectedContent', { cause: parsed.error })
}

function readJson(payload: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(payload))
  } catch (cause) {
    throw new SealError('unexpectedContent', { cause })
  }
}
