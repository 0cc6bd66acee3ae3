import { describe, expect, it } from 'vitest'
import { deliberationSchema } from '#contract/minutes.ts'
import { acquiredBlocksSchema, sessionResultsSchema } from '#contract/results.ts'
import { readMinutes } from '#seal/minutes.ts'
import { aCertifier } from '../../builders/a-certifier.ts'
import { frozenMinutes, PANEL_DAY } from '../../builders/a-deliberation.ts'
import { readPdfText } from '../../builders/a-pdf-reading.ts'
import { signStoredMinutes } from '../../builders/a-result.ts'
import { aSessionDay } from '../../builders/a-session-day.ts'
import { expectProblem } from '../../builders/expect-problem.ts'
import { onBothEngines } from '../engines.ts'

onBothEngines((newServer) => {
  describe('blocks acquired before a session', () => {
    it('reach the devices, count for the title and are named by the minutes, by their PDF and by the results', async () => {
      const day = await aSessionDay(await newServer())
      const { coordinator, sessionId } = day
      const place = { sessionId, candidateId: 'c1' }
      const before = acquiredBlocksSchema.parse(await (await coordinator.get('acquiredBlocks', place)).json())
      expect(before).toMatchObject({ blocks: [{ id: 'B1' }, { id: 'B2' }, { id: 'B3' }], acquired: [] })
      const answer = await coordinator.post('setAcquiredBlocks', { acquired: ['B3', 'B2'] }, place)
      expect(acquiredBlocksSchema.parse(await answer.json()).acquired).toEqual(['B2', 'B3'])

      const devices = [await day.device('j1'), await day.device('j2')]
      expect(devices[0]?.package.session.candidates.map(({ acquiredBefore }) => acquiredBefore)).toEqual([['B2', 'B3'], undefined])
      const hash = await frozenMinutes(day, devices, { absences: [{ jurorId: 'j3', reason: 'Grève des trains' }] })
      for (const device of devices) await signStoredMinutes(day, device, hash)
      const { text } = (await (await coordinator.get('minutes', { hash })).json()) as { text: string }
      expect((await readMinutes(text)).minutes.titles[0]).toMatchObject({
        outcome: 'awarded',
        acquiredBlocks: ['B1', 'B2', 'B3'],
        acquiredBefore: ['B2', 'B3'],
      })
      const pdf = await coordinator.get('minutesPdf', { hash })
      expect((await readPdfText(new Uint8Array(await pdf.arrayBuffer()))).text).toContain('Acquis avant cette session : B2, B3.')
      const results = sessionResultsSchema.parse(await (await coordinator.get('results', { sessionId })).json())
      expect(results.results[0]?.parts.map(({ state }) => state)).toEqual(['decided', 'acquiredBefore', 'acquiredBefore', 'decided'])
      expect(results.results[0]?.title.outcome).toBe('awarded')
    })

    it('are the certification’s own, of a candidate of the session, and can be taken back', async () => {
      const { coordinator, sessionId } = await aSessionDay(await newServer())
      const place = { sessionId, candidateId: 'c1' }
      await expectProblem(await coordinator.post('setAcquiredBlocks', { acquired: ['B9'] }, place), 400, 'invalid-request')
      await expectProblem(await coordinator.get('acquiredBlocks', { sessionId, candidateId: 'c9' }), 404, 'not-found')
      await coordinator.post('setAcquiredBlocks', { acquired: ['B1'] }, place)
      const answer = await coordinator.post('setAcquiredBlocks', { acquired: [] }, place)
      expect(acquiredBlocksSchema.parse(await answer.json()).acquired).toEqual([])
    })
  })

  describe('a certification’s certifier', () => {
    it('is taken over by minutes made at the desk and by the devices’ packages, ways of appeal too', async () => {
      const day = await aSessionDay(await newServer())
      const { coordinator, sessionId } = day
      await coordinator.post('setCertifier', aCertifier(), { frameworkId: 'cdcm' })
      const opened = await coordinator.get('deliberation', { sessionId, ...PANEL_DAY })
      expect(deliberationSchema.parse(await opened.json()).appeal).toBe(aCertifier().appeal)
      const device = await day.device('j1')
      const { legalName, tradeName, rncpCode, registeredOn, appeal } = aCertifier()
      expect(device.package.certifier).toEqual({ legalName, tradeName, rncpCode, registeredOn, appeal })
      const hash = await frozenMinutes(day, [device], { appeal })
      const pdf = await readPdfText(new Uint8Array(await (await coordinator.get('minutesPdf', { hash })).arrayBuffer()))
      for (const expected of ['Institut des Halles SAS (École des Halles)', 'RNCP99999, enregistrement du 27 mars 2025', appeal])
        expect(pdf.text).toContain(expected)
    })
  })
})
