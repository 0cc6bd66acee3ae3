import { afterAll, describe, expect, it } from 'vitest'
import { deliveryResponseSchema } from '#contract/delivery.ts'
import { DEFAULT_RETENTION } from '#domain/data-retention.ts'
import { aJournalReading } from '../builders/a-journal-reading.ts'
import { aPostgresDatabase } from '../builders/a-postgres.ts'
import { aCoordinator, aServer, aVisitor, signIn, type TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet } from '../builders/a-sheet.ts'

const servers: TestServer[] = []

afterAll(async () => {
  await Promise.all(servers.map((server) => server.dispose()))
})

/** Servers that share one database, as behind a balancer. */
async function twoServers(): Promise<[TestServer, TestServer]> {
  const database = { databaseUrl: await aPostgresDatabase() }
  const both = await Promise.all([aServer({ database }), aServer({ database })])
  servers.push(...both)
  return both
}

describe('two servers on one PostgreSQL', () => {
  it('start together on an empty database and have the same keys', async () => {
    const [first, second] = await twoServers()
    expect(second.running().context.secrets.publicKeys).toEqual(first.running().context.secrets.publicKeys)
  })

  it('store an envelope once and keep one whole journal when both are sent everything at once', async () => {
    const [first, second] = await twoServers()
    const day = await aSessionDay(first)
    const device = await day.device('j1')
    const envelopes = await Promise.all(
      Array.from({ length: 8 }, async () => (await aSealedSheet(device, aSheet(device, 'o1'))).envelope.jwe),
    )
    const answers = await Promise.all(
      envelopes.flatMap((jwe) => [first, second].map((server) => aVisitor(server).post('deliver', { envelopes: [jwe] }))),
    )
    const receipts = await Promise.all(
      answers.map(async (answer) => {
        const [result] = deliveryResponseSchema.parse(await answer.json()).results
        return result?.outcome === 'stored' ? result.receipt : null
      }),
    )
    expect(receipts).not.toContain(null)
    expect(new Set(receipts).size).toBe(8)
    const journal = await aJournalReading(day.coordinator)
    expect(journal.brokenAt).toBeNull()
    expect(journal.rows.filter((row) => row.act === 'sheet-received')).toHaveLength(8)
  })

  it('tell each change of what is kept from the one before, when both are asked at once', async () => {
    const [first, second] = await twoServers()
    const coordinator = await aCoordinator(first)
    const clients = [coordinator, await signIn(second)]
    const days = [10, 11, 12, 13, 14, 15]
    const answers = await Promise.all(
      days.map((notebookDays, place) => clients[place % 2]?.post('setDataRetention', { ...DEFAULT_RETENTION, notebookDays })),
    )
    expect(answers.map((answer) => answer?.status)).toEqual(days.map(() => 200))
    const { rows, brokenAt } = await aJournalReading(coordinator)
    expect(brokenAt).toBeNull()
    const changes = rows
      .filter(({ act }) => act === 'data-retention-set')
      .map(({ subject }) => String(subject['notebookDays']).split(' > '))
    expect(changes.map(([before]) => before)).toEqual(['30', ...changes.slice(0, -1).map(([, after]) => after)])
    expect(changes.map(([, after]) => Number(after)).sort()).toEqual(days)
  })

  it('tell a board open on one what came in at the other', async () => {
    const [first, second] = await twoServers()
    const day = await aSessionDay(first)
    const device = await day.device('j1')
    const { envelope } = await aSealedSheet(device, aSheet(device, 'o1'))
    const watcher = await signIn(second)
    const stream = await watcher.get('boardEvents', { sessionId: day.sessionId })
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    await aVisitor(first).post('deliver', { envelopes: [envelope.jwe] })
    const { value } = await reader.read()
    expect(Buffer.from(value ?? []).toString('utf8')).toContain('event: changed')
    await reader.cancel()
  })
})
