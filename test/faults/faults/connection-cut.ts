import { deliveryResponseSchema } from '#contract/delivery.ts'
import { routePath } from '#contract/routes.ts'
import { emptyTally, type Fault, type RunPlace, type Tally } from '../fault.ts'
import { note } from '../oracle.ts'
import type { Random } from '../random.ts'
import { type Load, sealedLoad } from '../rig/load.ts'
import { sendCut, sendWhole } from '../rig/network.ts'
import { aRoom, type Room } from '../rig/room.ts'
import { readJournalledEnvelopes, readStoredReceipts } from '../rig/stored-sheets.ts'

/** The runs share out the bytes of a request, this many a run at most: 50 runs go through every byte. */
const MAX_CUTS = 160

/** The connection is cut after each byte of a delivery in turn; now and then the whole is sent again, as a device does. */
export const connectionCut: Fault = {
  name: 'connection cut at every byte',
  start: async () => {
    const room = await aRoom()
    return { run: (random, place) => cutEverywhere(room, random, place), dispose: room.dispose }
  },
}

async function cutEverywhere({ server, day }: Room, random: Random, { index, count }: RunPlace): Promise<Tally> {
  const load = await sealedLoad(await day.device('j1'), 1)
  const port = Number(new URL(server.origin).port)
  const request = rawDelivery(load, port)
  const stride = Math.max(count, Math.ceil(request.length / MAX_CUTS))
  const tally = emptyTally()
  let receipt: string | null = null
  for (let bytes = index % stride; bytes < request.length; bytes += stride) {
    await sendCut(port, request.subarray(0, bytes))
    if (receipt !== null || !random.chance(0.02)) continue
    receipt = receiptIn(await sendWhole(port, request))
    tally.acknowledged += 1
  }
  const last = receiptIn(await sendWhole(port, request))
  if (receipt !== null && receipt !== last) note(tally, 'misread', 'the same envelope got two receipts')
  checkStored(tally, load, last, server.dataDir)
  return { ...tally, acknowledged: tally.acknowledged + 1 }
}

function checkStored(tally: Tally, { envelopes: [envelope] }: Load, receipt: string, dataDir: string): void {
  const id = envelope?.id ?? ''
  const times = readJournalledEnvelopes(dataDir).filter((journalled) => journalled === id).length
  if (times > 1) note(tally, 'duplicated', `envelope ${id} is journalled ${times} times`)
  if (readStoredReceipts(dataDir).get(id) !== receipt) note(tally, 'lost', `envelope ${id} had its receipt`)
}

function rawDelivery({ envelopes }: Load, port: number): Buffer {
  const body = JSON.stringify({ envelopes: envelopes.map(({ jwe }) => jwe) })
  const head = [
    `POST ${routePath('deliver')} HTTP/1.1`,
    `host: localhost:${port}`,
    'connection: close',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

function receiptIn(answer: Buffer): string {
  const text = answer.toString()
  const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)
  const [result] = deliveryResponseSchema.parse(JSON.parse(json)).results
  if (result?.outcome !== 'stored') throw new Error(`no receipt in ${text.slice(0, 200)}`)
  return result.receipt
}
