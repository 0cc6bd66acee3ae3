import { describe, expect, it } from 'vitest'
import { addMonths, PURGED_KINDS } from '#domain/data-retention.ts'
import { purgeExpired } from '#server/data-protection/purge.ts'
import { TABLE_ERASURES } from '#server/data-protection/tables.ts'
import { AN_IDENTITY, aDocumentedDay } from '../../builders/a-documented-day.ts'
import type { TestServer } from '../../builders/a-server.ts'
import { aSealedSheet, aSheet } from '../../builders/a-sheet.ts'
import { declareInterests } from '../../builders/an-interest-statement.ts'
import { onBothEngines } from '../engines.ts'

const tablesOf = async ({ running }: TestServer) =>
  (await running().context.storage.db.introspection.getTables()).map(({ name }) => name).sort()

/** Every row of every table, but those that are never erased, as text; by table. */
async function everythingErasable(server: TestServer): Promise<Map<string, string>> {
  const db = server.running().context.storage.db.withTables<Record<string, Record<string, unknown>>>()
  const rows = new Map<string, string>()
  for (const [table, erasure] of Object.entries(TABLE_ERASURES))
    if ('with' in erasure) rows.set(table, JSON.stringify(await db.selectFrom(table).selectAll().execute()))
  return rows
}

onBothEngines((newServer) => {
  describe('the tables of the database', () => {
    it('each say what becomes of what they hold of people', async () => {
      expect(await tablesOf(await newServer())).toEqual(Object.keys(TABLE_ERASURES).sort())
    })

    it('hold nothing any more of candidates and of devices once every time is over, where there are no minutes', async () => {
      const server = await newServer()
      const day = await aDocumentedDay(server)
      const device = await day.device('j1')
      const bodies = [{ kind: 'presence', presence: 'present' } as const, { kind: 'appreciation', text: 'Exposé clair' } as const]
      await day.coordinator.post('deliver', { envelopes: [(await aSealedSheet(device, aSheet(device, 'o1', { bodies }))).envelope.jwe] })
      await declareInterests(server, device, [{ candidateId: 'c1', link: { kind: 'training', words: 'Une ancienne élève.' } }])
      const request = { kind: 'access', sessionId: day.sessionId, candidateId: 'c1', receivedOn: '2026-11-20', detail: 'Une copie' }
      await day.coordinator.post('recordDataRequest', request)
      const secrets = [
        'Bazin',
        'Inès',
        'Cormier',
        '40 minutes',
        AN_IDENTITY.birthName,
        'Ancien tuteur',
        'Hospitalisation',
        'ancienne élève',
      ]
      const before = [...(await everythingErasable(server)).values()].join('')
      for (const secret of secrets) expect(before).toContain(secret)

      const over = new Date(Date.parse(`${addMonths(new Date().toISOString().slice(0, 10), 61)}T12:00:00Z`))
      await purgeExpired({ ...server.running().context, now: () => over })
      for (const [table, rows] of await everythingErasable(server))
        for (const secret of secrets) expect(rows.includes(secret), `${table} still has « ${secret} »`).toBe(false)
    })
  })
})

describe('the kinds of data that are purged', () => {
  it('each empty a table', () => {
    const kinds = new Set(Object.values(TABLE_ERASURES).flatMap((erasure) => ('with' in erasure ? erasure.with : [])))
    expect([...kinds].sort()).toEqual([...PURGED_KINDS].sort())
  })
})
