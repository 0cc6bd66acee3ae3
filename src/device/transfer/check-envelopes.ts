import { type PliEnvelope, pliEnvelopeSchema } from '#contract/pli.ts'
import { sha256 } from '#seal/hash.ts'

/** One that came in damaged: its place in what was sent, from 1, and the id it claims when it claims one. */
export interface DamagedEnvelope {
  position: number
  id: string | null
}

/** What a transfer brought: envelopes whose text hashes to their id, each once, and those that came in damaged. */
export interface CheckedEnvelopes {
  envelopes: PliEnvelope[]
  damaged: DamagedEnvelope[]
}

/** Looks into each item alone: an envelope is kept when it is a compact JWE whose SHA-256 is its id; the others are named. */
export async function checkEnvelopes(items: readonly unknown[]): Promise<CheckedEnvelopes> {
  const kept = new Map<string, PliEnvelope>()
  const damaged: DamagedEnvelope[] = []
  for (const [index, item] of items.entries()) {
    const parsed = pliEnvelopeSchema.safeParse(item)
    if (parsed.success && (await sha256(parsed.data.jwe)) === parsed.data.id) kept.set(parsed.data.id, parsed.data)
    else damaged.push({ position: index + 1, id: claimedId(item) })
  }
  return { envelopes: [...kept.values()], damaged }
}

function claimedId(item: unknown): string | null {
  const claimed = pliEnvelopeSchema.pick({ id: true }).safeParse(item)
  return claimed.success ? claimed.data.id : null
}
