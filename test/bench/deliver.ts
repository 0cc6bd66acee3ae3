import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { type DeliveryResult, deliveryResponseSchema, MAX_ENVELOPES } from '#contract/delivery.ts'
import { routePath } from '#contract/routes.ts'
import type { EntryBody } from '#domain/entry.ts'
import { gridIndicators } from '#domain/grid.ts'
import { verifyReceipt } from '#seal/receipt.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet, aWholeOral } from '../builders/a-sheet.ts'
import type { EnrolledDevice } from '../builders/an-enrolled-device.ts'
import { startServer } from '../e2e/harness/server.ts'
import { type Measure, measure } from './bench.ts'

const SHEETS = 2_000
const DEVICES = 6
/** As many devices deliver at once after a day without network. */
const CONNECTIONS = DEVICES

interface Prepared {
  id: string
  jwe: string
  jws: string
  hash: string
}

/** Signed sheets of block 1, each with its 85 marks one by one, to durable receipts of the real server, against bare inserts of the same rows. */
export async function deliver(): Promise<Measure[]> {
  const server = await startServer()
  try {
    const [setupLink] = await server.printed(/http\S+\/coordination\/premiere-connexion#\S+/)
    const day = await aSessionDay({ origin: server.origin, running: () => ({ setupLink }) })
    const devices = await Promise.all(Array.from({ length: DEVICES }, (_, index) => day.device(`j${(index % 3) + 1}`)))
    const sheets = (await Promise.all(devices.map(prepareSheets))).flat()
    const batches = Array.from({ length: Math.ceil(sheets.length / MAX_ENVELOPES) }, (_, index) =>
      sheets.slice(index * MAX_ENVELOPES, (index + 1) * MAX_ENVELOPES),
    )

    const startedMs = performance.now()
    const results = await deliverAll(server.origin, batches)
    const oursMs = performance.now() - startedMs
    await checkReceipts(results, devices)
    const receipts = new Map(results.map((result) => [result.envelopeId, result.outcome === 'stored' ? result.receipt : '']))
    const baselineMs = await insertBare(batches, receipts)

    const rate = (ms: number) => (sheets.length / ms) * 1_000
    return [measure('deliver', 'sheets/s', rate(oursMs), rate(baselineMs), `better-sqlite3, bare inserts by ${MAX_ENVELOPES}, WAL, FULL`)]
  } finally {
    await server.dispose()
  }
}

/** One device's share of the sheets, chained as it would have signed them. */
async function prepareSheets(device: EnrolledDevice): Promise<Prepared[]> {
  const oral = device.package.session.orals.find(({ gridId }) => gridId === 'cdcm-b1')
  const grid = device.package.grids.find((published) => published.grid.id === oral?.gridId)?.grid
  if (!oral || !grid) throw new Error('no oral of block 1')
  const bodies = aWholeOral(grid).flatMap((body): EntryBody[] =>
    body.kind === 'mark' ? gridIndicators(grid).map(({ id }) => ({ kind: 'mark', targets: [id], value: 'observed' })) : [body],
  )
  const prepared: Prepared[] = []
  for (let chainIndex = 0; chainIndex < Math.ceil(SHEETS / DEVICES); chainIndex += 1) {
    const previous = prepared.at(-1)?.hash ?? null
    const { signed, envelope } = await aSealedSheet(device, aSheet(device, oral.id, { bodies, context: { chainIndex, previous } }))
    prepared.push({ id: envelope.id, jwe: envelope.jwe, jws: signed.jws, hash: signed.hash })
  }
  return prepared
}

async function deliverAll(origin: string, batches: readonly Prepared[][]): Promise<DeliveryResult[]> {
  const waiting = [...batches]
  const results: DeliveryResult[] = []
  const deliverNext = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      const answer = await fetch(origin + routePath('deliver'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ envelopes: batch.map(({ jwe }) => jwe) }),
      })
      if (!answer.ok) throw new Error(`delivery refused: ${answer.status} ${await answer.text()}`)
      results.push(...deliveryResponseSchema.parse(await answer.json()).results)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, deliverNext))
  return results
}

async function checkReceipts(results: readonly DeliveryResult[], devices: readonly EnrolledDevice[]): Promise<void> {
  const key = devices[0]?.package.serverKeys.signing
  if (!key || results.length < SHEETS) throw new Error(`${results.length} answers for ${SHEETS} sheets`)
  for (const result of results) {
    if (result.outcome !== 'stored') throw new Error(`refused: ${result.problem.code}`)
    await verifyReceipt(result.receipt, key, result.envelopeId)
  }
}

/** The least any server must do: the same bytes in the same two tables, in transactions of the same size, on the same pragmas. */
async function insertBare(batches: readonly Prepared[][], receipts: ReadonlyMap<string, string>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'carnet-bench-'))
  const database = new SqliteDatabase(join(folder, 'bare.sqlite'))
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.exec('create table sheets (hash text primary key, jws text not null)')
    database.exec('create table envelopes (id text primary key, jwe text not null, sheet_hash text not null, receipt text not null)')
    const sheet = database.prepare('insert into sheets values (?, ?)')
    const envelope = database.prepare('insert into envelopes values (?, ?, ?, ?)')
    const insertBatch = database.transaction((batch: readonly Prepared[]) => {
      for (const { id, jwe, jws, hash } of batch) {
        sheet.run(hash, jws)
        envelope.run(id, jwe, hash, receipts.get(id))
      }
    })
    const startedMs = performance.now()
    for (const batch of batches) insertBatch(batch)
    return performance.now() - startedMs
  } finally {
    database.close()
    await rm(folder, { recursive: true, force: true })
  }
}
