import { describe, expect, it } from 'vitest'
import { fairnessSchema, yearFairnessSchema } from '#contract/fairness.ts'
import { frozenMinutes } from '../../builders/a-deliberation.ts'
import { aDecidedDay } from '../../builders/a-result.ts'
import { aVisitor } from '../../builders/a-server.ts'
import { anImportedSession } from '../../builders/a-session-day.ts'
import { anImportFile } from '../../builders/an-import-file.ts'
import { expectProblem } from '../../builders/expect-problem.ts'
import { onBothEngines } from '../engines.ts'

onBothEngines((newServer) => {
  describe('a session’s fairness', () => {
    it('is computed from the current sheets, with people, rooms and panels by their names, and alike at each reading', async () => {
      const { coordinator, sessionId } = await aDecidedDay(await newServer(), 0)
      const read = async () => fairnessSchema.parse(await (await coordinator.get('fairness', { sessionId })).json())
      const found = await read()
      expect(found).toMatchObject({ orals: 3, sheets: 6, agreement: { alpha: null } })
      expect(found.severities.map(({ name, meanDifference }) => [name, meanDifference])).toEqual([
        ['Agnès Dumas', 0],
        ['Karim Ferrand', 0],
      ])
      expect(found.byPart.map(({ name, orals }) => [name, orals])).toEqual([
        ['Bloc B1', 2],
        ['Entretien final', 1],
      ])
      expect(found.byPanel.map(({ name }) => name)).toEqual(['Jury A'])
      expect(found.byHour.map(({ name }) => name.replaceAll('\u00a0', ' '))[0]).toBe('de 9 h à 9 h 59')
      expect(await read()).toEqual(found)
      await expectProblem(await coordinator.get('fairness', { sessionId: 'nowhere' }), 404, 'not-found')
    })
  })

  describe('a year’s fairness', () => {
    it('adds up the sessions of one certification, knows a juror again by their name, and tells sites and sessions apart', async () => {
      const first = await aDecidedDay(await newServer(), 0)
      const { coordinator, server } = first
      const file = anImportFile()
      const jurors = file.jurors.map((juror) => (juror.id === 'j1' ? { ...juror, id: 'j7', lastName: 'DUMAS' } : juror))
      const panels = file.panels.map((panel) => ({ ...panel, jurorIds: ['j7', 'j2', 'j3'], presidentId: 'j7' }))
      const session = { ...file.session, title: 'Session de Nantes', centre: 'Centre de Nantes' }
      const second = await anImportedSession(server, coordinator, { ...file, session, jurors, panels })
      await frozenMinutes(second, [await second.device('j7'), await second.device('j2')], {
        absences: [{ jurorId: 'j3', reason: 'Grève des trains' }],
      })
      const year = { frameworkId: 'cdcm', year: '2026' }
      const found = yearFairnessSchema.parse(await (await coordinator.get('yearFairness', year)).json())
      expect(found).toMatchObject({ sessions: 2, orals: 6, sheets: 12, years: ['2026'] })
      expect(found.severities.map(({ name, orals }) => [name.toLowerCase(), orals])).toEqual([
        ['agnès dumas', 6],
        ['karim ferrand', 6],
      ])
      expect(found.bySite.map(({ name, orals }) => [name, orals])).toEqual([
        ['Centre d’Angers', 3],
        ['Centre de Nantes', 3],
      ])
      expect(found.bySession.map(({ name }) => name).sort()).toEqual(['Session de Nantes', 'Session d’essai'])
      expect(found.byPanel).toHaveLength(2)
      const before = yearFairnessSchema.parse(await (await coordinator.get('yearFairness', { ...year, year: '2025' })).json())
      expect(before).toMatchObject({ sessions: 0, sheets: 0, years: ['2026'] })
      await expectProblem(await coordinator.get('yearFairness', { ...year, frameworkId: 'other' }), 404, 'not-found')
      await expectProblem(await aVisitor(server).get('yearFairness', year), 401, 'not-signed-in')
    })
  })
})
