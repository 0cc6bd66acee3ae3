import { describe, expect, it } from 'vitest'
import { fairnessSchema } from '#contract/fairness.ts'
import { aDecidedDay } from '../../builders/a-result.ts'
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
})
