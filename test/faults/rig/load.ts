import { deliveryResponseSchema } from '#contract/delivery.ts'
import { routePath } from '#contract/routes.ts'
import { verifyReceipt } from '#seal/receipt.ts'
import { aSealedSheet, aSheet } from '../../builders/a-sheet.ts'
import type { EnrolledDevice } from '../../builders/an-enrolled-device.ts'
import { ORAL_IDS } from './room.ts'

/** Signed and sealed sheets of one device, chained, ready to be sent by a program instead of a browser. */
export interface Load {
  envelopes: { id: string; jwe: string }[]
  /** The sheet sealed in an envelope. */
  hashOf(envelopeId: string): string
  /** Throws when a receipt does not prove that the server has the envelope. */
  verify(receipt: string, envelopeId: string): Promise<unknown>
}

export interface Delivered {
  id: string
  receipt: string
}

export async function sealedLoad(device: EnrolledDevice, count: number): Promise<Load> {
  const envelopes: Load['envelopes'] = []
  const hashes = new Map<string, string>()
  let previous: string | null = null
  for (let chainIndex = 0; chainIndex < count; chainIndex += 1) {
    const oralId = ORAL_IDS[chainIndex % ORAL_IDS.length] ?? 'o1'
    const bodies = [{ kind: 'presence', presence: 'present' } as const, { kind: 'appreciation', text: `Fiche ${chainIndex}` } as const]
    const { signed, envelope } = await aSealedSheet(device, aSheet(device, oralId, { bodies, context: { chainIndex, previous } }))
    envelopes.push(envelope)
    hashes.set(envelope.id, signed.hash)
    previous = signed.hash
  }
  return {
    envelopes,
    verify: (receipt, id) => verifyReceipt(receipt, device.package.serverKeys.signing, id),
    hashOf: (id) => {
      const hash = hashes.get(id)
      if (hash === undefined) throw new Error('an envelope of another load')
      return hash
    },
  }
}

/** Sends all, several batches at once, until done or until the server is gone; gives the envelopes whose receipt came back and verifies. */
export async function deliverByBatches(
  origin: string,
  load: Load,
  { batchSize, connections, onReceipts }: { batchSize: number; connections: number; onReceipts?: (count: number) => void },
): Promise<Delivered[]> {
  const batches = Array.from({ length: Math.ceil(load.envelopes.length / batchSize) }, (_, index) =>
    load.envelopes.slice(index * batchSize, (index + 1) * batchSize),
  )
  const delivered: Delivered[] = []
  const sendNext = async (): Promise<void> => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      const answer = await post(
        origin,
        batch.map(({ jwe }) => jwe),
      )
      if (answer === null) return
      for (const result of deliveryResponseSchema.parse(answer).results) {
        if (result.outcome !== 'stored') throw new Error(`refused: ${result.problem.code}`)
        await load.verify(result.receipt, result.envelopeId)
        delivered.push({ id: result.envelopeId, receipt: result.receipt })
      }
      onReceipts?.(delivered.length)
    }
  }
  await Promise.all(Array.from({ length: connections }, sendNext))
  return delivered
}

/** Null when the connection broke. */
async function post(origin: string, envelopes: readonly string[]): Promise<unknown> {
  try {
    const answer = await fetch(origin + routePath('deliver'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ envelopes }),
    })
    if (answer.status === 200) return await answer.json()
    throw new RangeError(`delivery refused: ${answer.status}`)
  } catch (error) {
    // fetch says TypeError for every broken connection, whether before or in the middle of the answer.
    if (error instanceof TypeError) return null
    throw error
  }
}
