import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { ImportFile } from '#domain/import-file.ts'
import { anonymousSessionSchema } from '#domain/statistics.ts'
import { deliverSheets } from '../../builders/a-deliberation.ts'
import { aSessionDay } from '../../builders/a-session-day.ts'
import { anImportFile } from '../../builders/an-import-file.ts'
import { onBothEngines } from '../engines.ts'

/** So many candidates, an oral of block 1 each. */
function aFileOf(count: number): ImportFile {
  const file = anImportFile()
  const ids = Array.from({ length: count }, (_, place) => `k${place + 1}`)
  return {
    ...file,
    candidates: ids.map((id) => ({
      id,
      number: `77-${id}`,
      lastName: `Zébulon-${id}`,
      firstName: 'Quentin',
      blocks: ['B1'],
      accommodations: [],
    })),
    orals: ids.map((id, place) => ({
      id: `oral-${id}`,
      candidateId: id,
      panelId: 'p1',
      gridId: 'cdcm-b1',
      startsAt: `2026-11-24T${String(8 + place).padStart(2, '0')}:00:00+01:00`,
    })),
  }
}

onBothEngines((newServer) => {
  describe('the statistics of a session', () => {
    it('come as JSON and CSV without persons, and without who objected', async () => {
      const file = aFileOf(6)
      const day = await aSessionDay(await newServer(), file)
      await deliverSheets(
        day,
        [await day.device('j1')],
        file.orals.map(({ id }) => id),
      )
      const read = async () =>
        anonymousSessionSchema.parse(await (await day.coordinator.get('statistics', { sessionId: day.sessionId })).json())
      const statistics = await read()
      expect(statistics.parts).toMatchObject([{ part: 'B1', hidden: false, presences: { present: 6 } }])
      expect(statistics.parts[0]?.orals).toHaveLength(6)
      const csv = await (await day.coordinator.get('statisticsCsv', { sessionId: day.sessionId })).text()
      const rows = Papa.parse<string[]>(csv.trim(), { delimiter: ';' }).data
      expect(rows[1]?.slice(0, 4)).toEqual(['Bloc B1', '1', '1', 'C1'])
      expect(rows).toHaveLength(1 + 6 * 9)
      for (const text of [csv, JSON.stringify(statistics)])
        for (const secret of ['Zébulon', 'Quentin', '77-', 'oral-k', 'Dumas', 'Salle 12', 'Prestation claire'])
          expect(text).not.toContain(secret)

      const request = { kind: 'objection', sessionId: day.sessionId, candidateId: 'k1', receivedOn: '2026-11-24', detail: '' }
      const { requestId } = (await (await day.coordinator.post('recordDataRequest', request)).json()) as { requestId: string }
      await day.coordinator.post('decideDataRequest', { outcome: 'granted', reason: '', name: null }, { requestId })
      expect((await read()).parts[0]?.orals).toHaveLength(5)
    })
  })
})
