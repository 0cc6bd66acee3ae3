import { XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { sessionResultsSchema } from '#contract/results.ts'
import { aDecidedDay } from '../../builders/a-result.ts'
import { aVisitor } from '../../builders/a-server.ts'
import { anImportFile } from '../../builders/an-import-file.ts'
import { expectProblem } from '../../builders/expect-problem.ts'
import { onBothEngines } from '../engines.ts'

onBothEngines((newServer) => {
  describe('a session’s results', () => {
    it('rest on minutes that every present member has signed, and say which still wait', async () => {
      const { coordinator, sessionId } = await aDecidedDay(await newServer(), 1)
      const results = sessionResultsSchema.parse(await (await coordinator.get('results', { sessionId })).json())
      expect(results.minutes).toEqual({ complete: 0, awaiting: 1 })
      expect(results.results[0]?.parts.map(({ part, state }) => [part, state])).toEqual([
        ['B1', 'unsigned'],
        ['B2', 'undecided'],
        ['B3', 'undecided'],
        ['finalInterview', 'unsigned'],
      ])
      expect(results.results[0]?.title).toMatchObject({ outcome: 'pending', acquiredBlocks: [] })
    })

    it('are there once the last of them has signed', async () => {
      const { coordinator, sessionId, minutesHash } = await aDecidedDay(await newServer(), 2)
      const results = sessionResultsSchema.parse(await (await coordinator.get('results', { sessionId })).json())
      expect(results.minutes).toEqual({ complete: 1, awaiting: 0 })
      const [first] = results.results
      expect(first?.candidate.number).toBe('0001')
      expect(first?.parts[0]).toMatchObject({ part: 'B1', state: 'decided', minutesHash, decidedOn: '2026-11-24' })
      expect(first?.title).toMatchObject({ acquiredBlocks: ['B1'], pendingParts: ['B2', 'B3'] })
    })

    it('do not rest on a signature that no longer holds', async () => {
      const { coordinator, sessionId, server, minutesHash } = await aDecidedDay(await newServer(), 2)
      const { db } = server.running().context.storage
      const other = await db.selectFrom('minutes_signatures').select('detached').where('juror_id', '=', 'j1').executeTakeFirstOrThrow()
      const forged = other.detached.replace(/.{6}$/, 'AAAAAA')
      await db
        .updateTable('minutes_signatures')
        .set({ detached: forged })
        .where('minutes_hash', '=', minutesHash)
        .where('juror_id', '=', 'j1')
        .execute()
      const results = sessionResultsSchema.parse(await (await coordinator.get('results', { sessionId })).json())
      expect(results.minutes).toEqual({ complete: 0, awaiting: 1 })
    })

    it('are a workbook, a CSV and JSON that say the same, numbers with their zeros', async () => {
      const { coordinator, sessionId } = await aDecidedDay(await newServer(), 2)
      const xlsx = await coordinator.get('resultsXlsx', { sessionId })
      expect(xlsx.headers.get('cache-control')).toBe('no-store')
      const workbook = Buffer.from(await xlsx.arrayBuffer())
      const parts = Object.entries(unzipSync(new Uint8Array(workbook))).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
      for (const [name, xml] of parts) expect([name, XMLValidator.validate(xml)]).toEqual([name, true])
      const cells = parts.find(([name]) => name === 'xl/worksheets/sheet1.xml')?.[1] ?? ''
      // Every cell is a text: no formula, and no number a spreadsheet would write its own way.
      expect(cells).toContain('state="frozen"')
      expect(cells).not.toContain('<f>')
      expect(cells.match(/<c [^>]*>/g)?.filter((cell) => !/ t="(s|inlineStr)"/.test(cell) && !cell.endsWith('/>'))).toEqual([])
      const [sheet] = await readXlsxFile(workbook)
      const rows = sheet?.data ?? []
      expect(rows[0]?.slice(0, 5)).toEqual(['Numéro', 'Nom', 'Prénom', 'Bloc B1', 'Bloc B1, décidé le'])
      expect(rows[1]?.slice(0, 5)).toEqual(['0001', 'Bazin', 'Inès', 'Validé', '2026-11-24'])
      expect(rows[2]).toContain('Non inscrit·e')
      const csv = await coordinator.get('decisionsCsv', { sessionId })
      const bytes = new Uint8Array(await csv.arrayBuffer())
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const text = new TextDecoder().decode(bytes)
      expect(text.split('\r\n')[1]).toContain('"=""0001""";Bazin;Inès;Validé;2026-11-24;Sans décision')
      const json = (await (await coordinator.get('resultsJson', { sessionId })).json()) as { format: string; results: unknown[] }
      expect(json.format).toBe('carnet-de-jury/results')
      expect(json.results).toHaveLength(2)
    })

    it('read a name that begins like a formula as a name, wherever it is opened', async () => {
      const file = anImportFile()
      const [first, ...others] = file.candidates
      if (!first) throw new Error('no candidate')
      const day = await aDecidedDay(await newServer(), 2, {
        ...file,
        candidates: [{ ...first, lastName: '=1+1', firstName: '@SUM(A1)' }, ...others],
      })
      const { coordinator, sessionId } = day
      const [sheet] = await readXlsxFile(Buffer.from(await (await coordinator.get('resultsXlsx', { sessionId })).arrayBuffer()))
      expect(sheet?.data[1]?.slice(0, 3)).toEqual(['0001', '=1+1', '@SUM(A1)'])
      const csv = await (await coordinator.get('decisionsCsv', { sessionId })).text()
      expect(csv.split('\r\n')[1]).toMatch(/^"=""0001""";"'=1\+1";"'@SUM\(A1\)";Validé/)
    })

    it('are for signed-in people and existing sessions', async () => {
      const { coordinator, server, sessionId } = await aDecidedDay(await newServer(), 0)
      await expectProblem(await coordinator.get('results', { sessionId: 'nowhere' }), 404, 'not-found')
      await expectProblem(await aVisitor(server).get('resultsXlsx', { sessionId }), 401, 'not-signed-in')
    })
  })
})
