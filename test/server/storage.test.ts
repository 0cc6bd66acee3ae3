import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { firstBrokenRow } from '#domain/journal.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { hashJson } from '#seal/hash.ts'
import { appendToJournal, type JournalEntry, readJournal } from '#server/storage/journal.ts'
import { migrateToLatest } from '#server/storage/migrate.ts'
import { currentGrids, listPublished, publishBundled } from '#server/storage/published.ts'
import { inTransaction } from '#server/storage/transaction.ts'
import { aServer } from '../builders/a-server.ts'
import { onBothEngines } from './engines.ts'

describe('SQLite', () => {
  it('runs in WAL with synchronous=FULL, foreign keys and a busy timeout', async () => {
    const server = await aServer()
    try {
      const { db } = server.running().context.storage
      const pragma = async (name: string) => Object.values((await sql.raw<object>(`pragma ${name}`).execute(db)).rows[0] ?? {})[0]
      expect(await pragma('journal_mode')).toBe('wal')
      expect(await pragma('synchronous')).toBe(2)
      expect(await pragma('foreign_keys')).toBe(1)
      expect(await pragma('busy_timeout')).toBe(10_000)
      expect((await stat(join(server.dataDir, 'carnet.sqlite'))).mode & 0o077).toBe(0)
    } finally {
      await server.dispose()
    }
  })
})

onBothEngines((newServer, engine) => {
  it('runs on the engine it says', async () => {
    const server = await newServer()
    expect(server.running().context.storage.engine).toBe(engine)
  })

  it('keeps its keys and published grids through a restart, and migrates again without harm', async () => {
    const server = await newServer()
    const before = server.running().context
    const grids = (await currentGrids(before.storage.db)).map(({ hash, grid }) => ({ hash, id: grid.id }))
    expect(grids.map((grid) => grid.id).sort()).toEqual(['cdcm-b1', 'cdcm-b2', 'cdcm-b3', 'cdcm-final'])
    await migrateToLatest(before.storage)
    await server.restart()
    const after = server.running().context
    expect(after.secrets.publicKeys).toEqual(before.secrets.publicKeys)
    expect((await currentGrids(after.storage.db)).map(({ hash, grid }) => ({ hash, id: grid.id }))).toEqual(grids)
  })

  it('keeps the grids in force when a later release bundles another framework, of a new version or of the same', async () => {
    const { db } = (await newServer()).running().context.storage
    const before = await listPublished(db)
    const changed = { ...cdcm, title: 'Un autre titre' }
    await publishBundled(db, '2030-01-01T00:00:00.000Z', changed)
    await publishBundled(db, '2030-01-01T00:00:00.000Z', { ...changed, version: '2030' })
    expect(await listPublished(db)).toEqual(before)
  })

  it('undoes a transaction that fails, the journal’s place included', async () => {
    const { db } = (await newServer({ isNew: true })).running().context.storage
    const entry: JournalEntry = { actor: 'server', act: 'retention-set', subject: { days: 1 } }
    const append = () => inTransaction(db, (tx) => appendToJournal(tx, '2026-11-24T08:00:00.000Z', entry))
    await append()
    await expect(
      inTransaction(db, async (tx) => {
        await appendToJournal(tx, '2026-11-24T08:00:01.000Z', entry)
        throw new Error('failed after appending')
      }),
    ).rejects.toThrow('failed after appending')
    await append()
    const rows = await readJournal(db)
    expect(rows.map((row) => row.index)).toEqual([0, 1])
    expect(await firstBrokenRow(rows, hashJson)).toBeNull()
  })
})
