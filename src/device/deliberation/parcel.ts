import { z } from 'zod'
import { hashSchema, idSchema } from '#domain/primitives.ts'
import type { PublicJwk } from '#domain/session-package.ts'
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '#seal/bytes.ts'
import type { Envelope } from '#seal/envelope.ts'
import { sha256 } from '#seal/hash.ts'
import { SealError } from '#seal/seal-error.ts'
import { openBytes, sealBytes } from '#seal/sealed.ts'
import { signedMinutesSchema } from '#seal/signed-minutes.ts'
import { deflate, inflate } from '../transfer/compression.ts'

/*
 * What one juror's device hands another of the same panel: sheets for the president, minutes to sign, signatures coming back. A parcel is
 * compressed JSON sealed to one device, and travels as any envelope does (src/device/transfer). It proves nothing of its sender: each item in it
 * is signed, and is verified alone.
 */

/** More than any panel's day: what unpacks to more is not ours. */
const MAX_PARCEL_BYTES = 16 * 1024 * 1024

/** A compact JWS with its payload as the text it is: base64url would not compress. */
const openJwsSchema = z.object({ protected: z.string(), payload: z.string(), signature: z.string() })

const parcelItemSchema = z.discriminatedUnion('kind', [
  /** `jws`: as text, when the open form would not give the same text back. */
  z.object({ kind: z.literal('sheet'), jws: z.union([openJwsSchema, z.string()]) }),
  z.object({ kind: z.literal('minutes'), minutes: signedMinutesSchema }),
  z.object({ kind: z.literal('signatures'), minutesHash: hashSchema, signatures: z.array(z.string()).max(200) }),
])

const parcelSchema = z.object({
  format: z.literal('carnet-de-jury/panel-parcel'),
  formatVersion: z.literal(1),
  sessionId: idSchema,
  items: z.array(parcelItemSchema).max(1_000),
})

/** One thing in a parcel. A `sheet` is its compact JWS, not verified. */
export type ParcelItem =
  | { kind: 'sheet'; jws: string }
  | { kind: 'minutes'; minutes: z.infer<typeof signedMinutesSchema> }
  | { kind: 'signatures'; minutesHash: string; signatures: string[] }

export interface Parcel {
  sessionId: string
  items: ParcelItem[]
}

/** Packs and seals a parcel to one device. */
export async function sealParcel(parcel: Parcel, recipient: PublicJwk): Promise<Envelope> {
  const content: z.infer<typeof parcelSchema> = {
    format: 'carnet-de-jury/panel-parcel',
    formatVersion: 1,
    sessionId: parcel.sessionId,
    items: parcel.items.map((item) => (item.kind === 'sheet' ? { kind: 'sheet', jws: openJws(item.jws) } : item)),
  }
  const jwe = await sealBytes('cdj-panel+jwe', await deflate(utf8(JSON.stringify(content))), recipient)
  return { id: await sha256(jwe), jwe }
}

/** Opens a parcel. Throws SealError: `cannotOpen` when it is for another device, `wrongType`, `unknownVersion`, `unexpectedContent`. */
export async function openParcel(jwe: string, sealingKey: CryptoKey): Promise<Parcel> {
  const parsed = parcelSchema.safeParse(await unpack(await openBytes('cdj-panel+jwe', jwe, sealingKey)))
  if (!parsed.success) {
    const isNewer = parsed.error.issues.some((issue) => issue.path[0] === 'formatVersion')
    throw new SealError(isNewer ? 'unknownVersion' : 'unexpectedContent', { cause: parsed.error })
  }
  return {
    sessionId: parsed.data.sessionId,
    items: parsed.data.items.map((item) => (item.kind === 'sheet' ? { kind: 'sheet', jws: closedJws(item.jws) } : item)),
  }
}

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    return JSON.parse(fromUtf8(await inflate(bytes, MAX_PARCEL_BYTES)))
  } catch (cause) {
    throw new SealError('unexpectedContent', { cause })
  }
}

type OpenJws = z.infer<typeof openJwsSchema>

function openJws(jws: string): OpenJws | string {
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const open = { protected: header, payload: fromUtf8(fromBase64url(payload)), signature }
  return closedJws(open) === jws ? open : jws
}

function closedJws(jws: OpenJws | string): string {
  return typeof jws === 'string' ? jws : `${jws.protected}.${toBase64url(utf8(jws.payload))}.${jws.signature}`
}
