import { CompactSign, compactVerify, decodeProtectedHeader } from 'jose'
import { type Minutes, type MinutesSigner, minutesSchema, minutesSignerSchema } from '#domain/minutes.ts'
import type { PublicJwk } from '#domain/session-package.ts'
import { fromUtf8, toBase64url, utf8 } from './bytes.ts'
import { sha256 } from './hash.ts'
import { verificationKey } from './keys.ts'
import { SealError } from './seal-error.ts'

const TYPE = 'cdj-minutes+jws'

/** Minutes as they are stored and signed: their JSON text, byte for byte, and its hash. */
export interface SealedMinutes {
  text: string
  hash: string
  minutes: Minutes
}

/** Freezes minutes into the text every member signs. */
export async function freezeMinutes(minutes: Minutes): Promise<SealedMinutes> {
  const text = JSON.stringify(minutesSchema.parse(minutes))
  return { text, hash: await sha256(text), minutes }
}

/** Reads frozen minutes back. Throws SealError `unexpectedContent`. */
export async function readMinutes(text: string): Promise<SealedMinutes> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new SealError('unexpectedContent', { cause })
  }
  const parsed = minutesSchema.safeParse(json)
  if (!parsed.success) throw new SealError('unexpectedContent', { cause: parsed.error })
  return { text, hash: await sha256(text), minutes: parsed.data }
}

/**
 * One member's signature: a JWS with detached content (RFC 7515 appendix F) over the minutes' own bytes. Who signs, when and with which
 * gesture stand in the protected header, under `cdj`, so they are signed too.
 */
export async function signMinutes(
  sealed: SealedMinutes,
  signer: Omit<MinutesSigner, 'minutesHash'>,
  privateKey: CryptoKey,
  keyId: string,
): Promise<string> {
  const cdj: MinutesSigner = { ...signer, minutesHash: sealed.hash }
  const jws = await new CompactSign(utf8(sealed.text)).setProtectedHeader({ alg: 'ES256', typ: TYPE, kid: keyId, cdj }).sign(privateKey)
  const [header, , signature] = jws.split('.')
  return `${header}..${signature}`
}

/** Whose key a signature claims, before any verification. Throws SealError `malformed`. */
export function minutesSigner(detached: string): { keyId: string; signer: MinutesSigner } {
  try {
    const { kid, cdj, typ } = decodeProtectedHeader(detached)
    if (typeof kid === 'string' && typ === TYPE) return { keyId: kid, signer: minutesSignerSchema.parse(cdj) }
  } catch (cause) {
    throw new SealError('malformed', { cause })
  }
  throw new SealError('wrongType')
}

/** Verifies a member's signature over these very minutes. Throws SealError `malformed`, `wrongType`, `badSignature` or `unexpectedContent`. */
export async function verifyMinutesSignature(sealed: SealedMinutes, detached: string, publicJwk: PublicJwk): Promise<MinutesSigner> {
  const { signer } = minutesSigner(detached)
  const [header, , signature] = detached.split('.')
  const whole = `${header}.${toBase64url(utf8(sealed.text))}.${signature}`
  const payload = await compactVerify(whole, await verificationKey(publicJwk), { algorithms: ['ES256'] }).catch((cause: unknown) => {
    throw new SealError('badSignature', { cause })
  })
  if (fromUtf8(payload.payload) !== sealed.text || signer.minutesHash !== sealed.hash) throw new SealError('unexpectedContent')
  if (!sealed.minutes.members.some((member) => member.jurorId === signer.jurorId)) throw new SealError('unexpectedContent')
  return signer
}
