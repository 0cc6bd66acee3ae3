import { describe, expect, it } from 'vitest'
import { JOURNAL_PAGE_ROWS, journalFileSchema, journalPageSchema, journalSummarySchema } from '#contract/journal.ts'
import { firstBrokenRow } from '#domain/journal.ts'
import { hashJson } from '#seal/hash.ts'
import { appendAfter, type JournalEntry, lockJournal } from '#server/storage/journal.ts'
import { inTransaction } from '#server/storage/transaction.ts'
import { aJuror } from '../builders/a-board.ts'
import { aJournalFilter, aJournalReading } from '../builders/a-journal-reading.ts'
import { COORDINATOR, type TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anAccount } from '../builders/an-account.ts'
import { anImportFile } from '../builders/an-import-file.ts'
import { onBothEngines } from './engines.ts'

/** Adds acts to the chain, as the server itself does. */
async function withActs(server: TestServer, at: string, entries: readonly JournalEntry[]): Promise<void> {
  const { db } = server.running().context.storage
  await inTransaction(db, async (tx) => void (await appendAfter(tx, await lockJournal(tx), at, entries)))
}

const RETENTION: JournalEntry = { actor: 'server', act: 'retention-set', subject: { sessionId: 'autre_session', days: 30 } }

onBothEngines((newServer) => {
  describe('the journal', () => {
    it('is given by pages, the latest first, without a hole or a row twice', async () => {
      const day = await aSessionDay(await newServer())
      await withActs(
        day.server,
        '2026-06-15T10:00:00.000Z',
        Array.from({ length: 2 * JOURNAL_PAGE_ROWS }, () => RETENTION),
      )
      const first = journalPageSchema.parse(await (await day.coordinator.post('journalRows', { ...aJournalFilter(), before: null })).json())
      expect(first.rows).toHaveLength(JOURNAL_PAGE_ROWS)
      expect(first.rows[0]?.index).toBe(first.total - 1)
      expect(first.next).toBe(first.total - JOURNAL_PAGE_ROWS)
      const whole = await aJournalReading(day.coordinator)
      expect(whole.rows.map(({ index }) => index)).toEqual(whole.rows.map((_row, place) => place))
      expect(whole).toMatchObject({ total: whole.rows.length, brokenAt: null })
    })

    it('is filtered by author, act, session and dates', async () => {
      const day = await aSessionDay(await newServer())
      const { id } = await anAccount(day.server, day.coordinator, 'reader')
      await day.device('j1')
      await withActs(day.server, '2020-03-01T23:30:00.000Z', [RETENTION])
      const acts = async (filter: Parameters<typeof aJournalReading>[1]) =>
        (await aJournalReading(day.coordinator, filter)).rows.map(({ act }) => act)
      expect(await acts({ act: 'device-enrolled' })).toEqual(['device-enrolled'])
      expect(await acts({ actor: 'device:' })).toEqual(['device-enrolled'])
      expect(await acts({ actor: `coordinator:${id}` })).toEqual(['coordinator-created', 'coordinator-signed-in'])
      expect(await acts({ sessionId: day.sessionId })).toEqual(['session-imported', 'enrolment-link-created', 'device-enrolled'])
      // « _ » stands for itself.
      expect(await acts({ sessionId: 'autre_session' })).toEqual(['retention-set'])
      expect(await acts({ sessionId: 'autrexsession' })).toEqual([])
      // A reader's day in Paris is no day of UTC.
      expect(await acts({ from: '2020-03-02T00:00:00+01:00', until: '2020-03-03T00:00:00+01:00' })).toEqual(['retention-set'])
      expect(await acts({ from: '2020-03-03T00:00:00+01:00', until: '2020-03-04T00:00:00+01:00' })).toEqual([])
    })

    it('is searched by what is said of it: acts, names, sessions, ids; accents and case count for nothing', async () => {
      const day = await aSessionDay(await newServer())
      const { signing } = await day.device('j1')
      const acts = async (text: string) => (await aJournalReading(day.coordinator, { text })).rows.map(({ act }) => act)
      expect(await acts('APPAREIL inscrit')).toEqual(['device-enrolled'])
      expect(await acts('leveque')).toEqual(['coordinator-created', 'coordinator-signed-in', 'session-imported', 'enrolment-link-created'])
      expect(await acts(signing.keyId.slice(3, 20))).toEqual(['device-enrolled'])
      expect(await acts('agnes DUMAS')).toEqual(['enrolment-link-created', 'device-enrolled'])
      expect(await acts('Karim Ferrand')).toEqual([])
      expect(await acts('100 %')).toEqual([])
    })

    it('is searched by a name that very many bear', async () => {
      const file = anImportFile()
      const namesakes = Array.from({ length: 1_500 }, (_, place) => ({
        ...aJuror(`k${place}`),
        lastName: 'Dumas',
        firstName: `Agnès ${place}`,
      }))
      const { coordinator, device } = await aSessionDay(await newServer(), { ...file, jurors: [...file.jurors, ...namesakes] })
      await device('j1')
      const { rows } = await aJournalReading(coordinator, { text: 'dumas' })
      expect(rows.map(({ act }) => act)).toEqual(['enrolment-link-created', 'device-enrolled'])
    })

    it('is exported as it is filtered: as rows that can be checked, and as a spreadsheet', async () => {
      const day = await aSessionDay(await newServer())
      const filter = aJournalFilter({ act: 'session-imported' })
      const json = await day.coordinator.post('journalExport', { ...filter, format: 'json' })
      expect(json.headers.get('content-disposition')).toBe('attachment; filename="journal.json"')
      const file = journalFileSchema.parse(await json.json())
      expect(file).toMatchObject({ filter, rows: [{ act: 'session-imported', index: 2 }] })
      const [row] = file.rows
      if (!row) throw new Error('no row')
      const { hash, ...rest } = row
      expect(await hashJson(rest)).toBe(hash)
      const whole = journalFileSchema.parse(
        await (await day.coordinator.post('journalExport', { ...aJournalFilter(), format: 'json' })).json(),
      )
      expect(await firstBrokenRow(whole.rows, hashJson)).toBeNull()
      const csv = await day.coordinator.post('journalExport', { ...filter, format: 'csv' })
      const bytes = Buffer.from(await csv.arrayBuffer()).toString('utf8')
      const lines = bytes.split('\r\n')
      expect(lines[0]).toBe('\uFEFFLigne;Date et heure;Acte;Auteur;Objet;Empreinte précédente;Empreinte')
      expect(lines).toHaveLength(2)
      expect(lines[1]).toContain(`;Session importée;${COORDINATOR.name};Session d’essai`)
      // A fingerprint may begin with `-`, which a spreadsheet would take for a formula.
      const cells = [row.previous ?? '', row.hash].map((text) => (text.startsWith('-') ? `"'${text}"` : text))
      expect(lines[1]).toContain(cells.join(';'))
    })

    it('names what it holds, and says where its chain breaks', async () => {
      const day = await aSessionDay(await newServer())
      await day.device('j1')
      const read = async () => journalSummarySchema.parse(await (await day.coordinator.get('journal')).json())
      const summary = await read()
      expect(summary.rows).toBe(5)
      expect(summary.brokenAt).toBeNull()
      expect([...summary.acts].sort()).toEqual([
        'coordinator-created',
        'coordinator-signed-in',
        'device-enrolled',
        'enrolment-link-created',
        'session-imported',
      ])
      expect(summary.actors).toContain('device:')
      expect(summary.sessions.map(({ id }) => id)).toEqual([day.sessionId])
      expect(summary.sessions[0]?.jurors).toContainEqual({ id: 'j1', name: 'Agnès Dumas' })
      const csv = await (
        await day.coordinator.post('journalExport', { ...aJournalFilter({ act: 'device-enrolled' }), format: 'csv' })
      ).text()
      expect(csv).toContain('Session d’essai, juré·e Agnès Dumas')
      await day.server
        .running()
        .context.storage.db.updateTable('journal')
        .set({ at: '2026-01-01T00:00:00.000Z' })
        .where('index', '=', 3)
        .execute()
      expect((await read()).brokenAt).toBe(3)
    })
  })
})
