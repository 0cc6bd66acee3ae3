import { toBase64url } from '#seal/bytes.ts'
import { type Envelope, sealSheet } from '#seal/envelope.ts'
import { generateSealingPair } from '#seal/keys.ts'

const server = generateSealingPair()

/** Envelopes really sealed for a server; each JWE is about `jweChars` long, as a signed sheet's is (6 KB by default). */
export async function someEnvelopes(count: number, jweChars = 6_000): Promise<Envelope[]> {
  const { publicJwk } = await server
  const sealedChars = Math.max(8, jweChars - 500) * 0.75
  return Promise.all(Array.from({ length: count }, () => sealSheet(toBase64url(randomBytes(Math.round(sealedChars * 0.75))), publicJwk)))
}

function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  // The platform gives at most 64 KiB at once.
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  return bytes
}
