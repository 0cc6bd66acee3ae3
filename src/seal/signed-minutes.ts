import { z } from 'zod'
import type { PublicJwk } from '#domain/session-package.ts'
import type { Envelope } from './envelope.ts'
import { sha256 } from './hash.ts'
import { minutesSigner, readMinutes, type SealedMinutes, verifyMinutesSignature } from './minutes.ts'
import { SealError } from './seal-error.ts'
import { sealText } from './sealed.ts'

/**
 * Minutes on their way, to another member's device or to the server: their exact text, and one detached JWS for each member who has signed.
 * Sealed to the server they travel in the same `cdj-envelope+jwe` as sheets; whoever opens one tells this JSON from a sheet's compact JWS by
 * its first character, `{`. The `sheetHash` of the server's receipt is then the minutes' hash.
 */
export const signedMinutesSchema = z.object({
  format: z.literal('carnet-de-jury/signed-minutes'),
  formatVersion: z.literal(1),
  /** The minutes' JSON text, byte for byte: what the signatures cover. */
  text: z.string().max(2_000_000),
  signatures: z.array(z.string().max(200_000)).max(200),
})
export type SignedMinutes = z.infer<typeof signedMinutesSchema>

/** True when what an envelope holds is signed minutes rather than a sheet. */
export function isSignedMinutes(opened: string): boolean {
  return opened.startsWith('{')
}

/** Frozen minutes with the signatures gathered so far. */
export function signedMinutes(sealed: SealedMinutes, signatures: readonly string[]): SignedMinutes {
  return { format: 'carnet-de-jury/signed-minutes', formatVersion: 1, text: sealed.text, signatures: [...signatures] }
}

/** Reads the JSON of signed minutes; verifies nothing. Throws SealError `malformed`, `unknownVersion` or `unexpectedContent`. */
export function readSignedMinutes(json: string): SignedMinutes {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw new SealError('malformed', { cause })
  }
  const parsed = signedMinutesSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const isNewer = parsed.error.issues.some((issue) => issue.path[0] === 'formatVersion')
  throw new SealError(isNewer ? 'unknownVersion' : 'unexpectedContent', { cause: parsed.error })
}

/** Seals signed minutes to the server, as a sheet is. */
export async function sealSignedMinutes(signed: SignedMinutes, serverSealingKey: PublicJwk): Promise<Envelope> {
  const jwe = await sealText('cdj-envelope+jwe', JSON.stringify(signedMinutesSchema.parse(signed)), serverSealingKey)
  return { id: await sha256(jwe), jwe }
}

/** A signature that holds: who signed, with which device. */
export interface VerifiedSignature {
  detached: string
  jurorId: string
  keyId: string
  signedAt: string
}

/** A signature that does not hold, and why. */
export interface RejectedSignature {
  detached: string
  code: SealError['code']
}

/**
 * Verifies each signature alone: a false one is named and hides no other. `keyOf` gives the public key of a juror's enrolled device, or null
 * when that device is not that juror's. Throws SealError `unexpectedContent` when the text itself is no minutes.
 */
export async function verifySignedMinutes(
  signed: SignedMinutes,
  keyOf: (jurorId: string, keyId: string) => Promise<PublicJwk | null>,
): Promise<{ sealed: SealedMinutes; verified: VerifiedSignature[]; rejected: RejectedSignature[] }> {
  const sealed = await readMinutes(signed.text)
  const verified: VerifiedSignature[] = []
  const rejected: RejectedSignature[] = []
  for (const detached of signed.signatures) {
    try {
      const { keyId, signer } = minutesSigner(detached)
      const key = await keyOf(signer.jurorId, keyId)
      if (key === null) throw new SealError('unknownKey')
      const { jurorId, signedAt } = await verifyMinutesSignature(sealed, detached, key)
      verified.push({ detached, jurorId, keyId, signedAt })
    } catch (error) {
      if (!(error instanceof SealError)) throw error
      rejected.push({ detached, code: error.code })
    }
  }
  return { sealed, verified, rejected }
}

/**
 * Brings two copies of the same minutes together: one signature for each juror and key, the earliest when one signed twice, in an order every
 * device computes alike. Verify before (verifySignedMinutes). Throws a RangeError on two different texts, SealError on a malformed signature.
 */
export function mergeSignatures(a: SignedMinutes, b: SignedMinutes): SignedMinutes {
  if (a.text !== b.text) throw new RangeError('signatures of different minutes')
  const kept = new Map<string, { detached: string; rank: string }>()
  for (const detached of [...a.signatures, ...b.signatures]) {
    const { keyId, signer } = minutesSigner(detached)
    const slot = JSON.stringify([signer.jurorId, keyId])
    const rank = `${new Date(signer.signedAt).toISOString()} ${detached}`
    const known = kept.get(slot)
    if (!known || rank < known.rank) kept.set(slot, { detached, rank })
  }
  const signatures = [...kept.entries()].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, { detached }]) => detached)
  return { ...a, signatures }
}
