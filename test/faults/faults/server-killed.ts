import type { Fault, Tally } from '../fault.ts'
import { emptyTally } from '../fault.ts'
import { note } from '../oracle.ts'
import type { Random } from '../random.ts'
import { type Delivered, deliverByBatches, type Load, sealedLoad } from '../rig/load.ts'
import { aRoom, type Room } from '../rig/room.ts'
import { readJournalledEnvelopes, readStoredReceipts, readStoredSheets } from '../rig/stored-sheets.ts'

const ENVELOPES = 240
const CONNECTIONS = 6

/** `kill -9` of the server while hundreds of envelopes come in by several connections. Every receipt that reached a device binds it. */
export const serverKilled: Fault = {
  name: 'server killed under load',
  start: async () => {
    const room = await aRoom()
    return { run: (random) => killOnce(room, random), dispose: room.dispose }
  },
}

async function killOnce({ server, day }: Room, random: Random): Promise<Tally> {
  const load = await sealedLoad(await day.device('j1'), ENVELOPES)
  const killAfter = random.between(1, ENVELOPES - 60)
  let killed: Promise<void> | null = null
  const before = await deliverByBatches(server.origin, load, {
    batchSize: random.between(1, 12),
    connections: CONNECTIONS,
    onReceipts: (count) => {
      // The other connections are in the middle of theirs.
      if (count >= killAfter) killed ??= server.kill()
    },
  })
  await killed
  await server.start()

  const tally = compareReceipts(before, server.dataDir)
  const hashes = new Set(readStoredSheets(server.dataDir).map(({ hash }) => hash))
  for (const { id } of before) if (!hashes.has(load.hashOf(id))) note(tally, 'lost', `the sheet of envelope ${id} had its receipt`)
  const after = await deliverByBatches(server.origin, load, { batchSize: 50, connections: 1 })
  for (const { id, receipt } of after) {
    const first = before.find((delivered) => delivered.id === id)
    if (first && first.receipt !== receipt) note(tally, 'misread', `envelope ${id} got another receipt the second time`)
  }
  return withDuplicates(tally, load.envelopes, server.dataDir)
}

/** Right after the restart, before anything is sent again. */
export function compareReceipts(receipted: readonly Delivered[], dataDir: string): Tally {
  const tally = { ...emptyTally(), acknowledged: receipted.length }
  const receipts = readStoredReceipts(dataDir)
  for (const { id, receipt } of receipted) {
    if (!receipts.has(id)) note(tally, 'lost', `envelope ${id} had its receipt`)
    else if (receipts.get(id) !== receipt) note(tally, 'misread', `envelope ${id} has another receipt than the one given`)
  }
  return tally
}

/** Once all is sent again, everything is there, once, and journalled once. */
export function withDuplicates(tally: Tally, envelopes: Load['envelopes'], dataDir: string): Tally {
  const journalled = readJournalledEnvelopes(dataDir)
  const counts = new Map<string, number>()
  for (const id of journalled) counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const { id } of envelopes) {
    const count = counts.get(id) ?? 0
    if (count === 0) note(tally, 'lost', `envelope ${id} is not in the journal after all was sent again`)
    if (count > 1) note(tally, 'duplicated', `envelope ${id} is journalled ${count} times`)
  }
  return tally
}
