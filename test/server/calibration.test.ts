import { describe, expect, it } from 'vitest'
import { type CalibrationPost, calibrationListSchema, deviceCalibrationSchema } from '#contract/calibration.ts'
import { sessionBoardSchema, sessionListSchema } from '#contract/desk.ts'
import { routePath } from '#contract/routes.ts'
import { calibrationSchema } from '#domain/calibration.ts'
import type { Observation } from '#domain/entry.ts'
import { readJournal } from '#server/storage/journal.ts'
import { aVisitor } from '../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { aCalibrationSheet, aSealedSheet, aSheet } from '../builders/a-sheet.ts'
import { anAccount } from '../builders/an-account.ts'
import type { EnrolledDevice } from '../builders/an-enrolled-device.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

const CASE: CalibrationPost = { title: 'Cas Lumen', text: 'La personne présente une étude de marché.', gridId: 'cdcm-b1', minutes: 10 }

async function publish({ coordinator, sessionId }: SessionDay) {
  return calibrationSchema.parse(await (await coordinator.post('publishCalibration', CASE, { sessionId })).json())
}

/** Scores the case on one indicator and delivers it; the delivery's one result. */
async function score(day: SessionDay, device: EnrolledDevice, calibrationId: string, value: Observation, changes = {}) {
  const sheet = aCalibrationSheet(device, calibrationId, [{ kind: 'mark', targets: ['C1.K1.I1'], value }], changes)
  const { envelope } = await aSealedSheet(device, sheet)
  return (await (await aVisitor(day.server).post('deliver', { envelopes: [envelope.jwe] })).json()) as { results: unknown[] }
}

async function seenBy(day: SessionDay, device: EnrolledDevice, calibrationId: string) {
  const path = routePath('deviceCalibration', { calibrationId })
  const answer = await aVisitor(day.server).fetch(path, { headers: { authorization: await device.authorization('GET', path) } })
  return deviceCalibrationSchema.parse(await answer.json())
}

async function list({ coordinator, sessionId }: SessionDay) {
  return calibrationListSchema.parse(await (await coordinator.get('calibrations', { sessionId })).json())
}

onBothEngines((newServer) => {
  describe('a calibration', () => {
    it('reaches every juror’s package once it is published, and is written in the journal', async () => {
      const day = await aSessionDay(await newServer())
      const calibration = await publish(day)
      expect(calibration).toMatchObject(CASE)
      expect((await day.device('j2')).package.calibrations).toEqual([calibration])
      const journal = await readJournal(day.server.running().context.storage.db)
      expect(journal.filter(({ act }) => act === 'calibration-published').map(({ subject }) => subject)).toEqual([
        { sessionId: day.sessionId, calibrationId: calibration.id, gridId: 'cdcm-b1' },
      ])
      expect((await list(day)).calibrations).toEqual([{ calibration, received: 0, expected: 3, spread: null, agreement: null }])
    })

    it('shows a juror the spread only after their own sheet, without any name, and nothing below three sheets', async () => {
      const day = await aSessionDay(await newServer())
      const { id } = await publish(day)
      const [first, second, third] = [await day.device('j1'), await day.device('j2'), await day.device('j3')]
      expect(await score(day, first, id, 'observed')).toMatchObject({ results: [{ outcome: 'stored' }] })
      await score(day, second, id, 'partial')
      expect(await seenBy(day, third, id)).toEqual({ state: 'ownAwaited' })
      expect(await seenBy(day, first, id)).toEqual({ state: 'open', received: 2, expected: 3, spread: null })
      await score(day, third, id, 'observed')
      const seen = await seenBy(day, third, id)
      if (seen.state !== 'open') throw new Error('not shown')
      expect(seen.spread?.[0]?.criteria[0]?.indicators[0]).toMatchObject({
        id: 'C1.K1.I1',
        counts: { observed: 2, partial: 1, notObserved: 0, notEvaluated: 0 },
      })
      const text = JSON.stringify([seen, await list(day)])
      for (const { id: jurorId, lastName } of third.package.session.jurors) {
        expect(text).not.toContain(lastName)
        expect(text).not.toContain(`"${jurorId}"`)
      }
      expect((await list(day)).calibrations[0]?.agreement?.whole).toMatchObject({ units: 1, ratings: 3 })
    })

    it('is withdrawn once, in the journal; every package says so, and what was signed before is still taken and read', async () => {
      const day = await aSessionDay(await newServer())
      const { id } = await publish(day)
      const [first, second] = [await day.device('j1'), await day.device('j2')]
      await score(day, first, id, 'observed')
      const params = { sessionId: day.sessionId, calibrationId: id }
      const withdrawn = calibrationSchema.parse(await (await day.coordinator.post('withdrawCalibration', '', params)).json())
      expect(withdrawn).toMatchObject({ ...CASE, withdrawnAt: expect.any(String) })
      expect(await (await day.coordinator.post('withdrawCalibration', '', params)).json()).toEqual(withdrawn)
      const journal = await readJournal(day.server.running().context.storage.db)
      expect(journal.filter(({ act }) => act === 'calibration-withdrawn').map(({ subject }) => subject)).toEqual([params])
      expect((await day.device('j3')).package.calibrations).toEqual([withdrawn])
      // Signed on a device that could not know yet.
      expect(await score(day, second, id, 'partial')).toMatchObject({ results: [{ outcome: 'stored' }] })
      expect(await seenBy(day, first, id)).toMatchObject({ state: 'open', received: 2 })
      expect((await list(day)).calibrations).toMatchObject([{ calibration: withdrawn, received: 2 }])
    })

    it('is withdrawn by who prepares the session alone, and only of its own session', async () => {
      const day = await aSessionDay(await newServer())
      const { id } = await publish(day)
      const reader = await anAccount(day.server, day.coordinator, 'reader')
      const params = { sessionId: day.sessionId, calibrationId: id }
      await expectProblem(await reader.client.post('withdrawCalibration', '', params), 403, 'not-allowed')
      const elsewhere = { ...params, sessionId: 'ailleurs' }
      await expectProblem(await day.coordinator.post('withdrawCalibration', '', elsewhere), 404, 'not-found')
      expect((await list(day)).calibrations[0]?.calibration.withdrawnAt).toBeUndefined()
    })

    it('counts nowhere else: no sheet received, none of the board’s, no result', async () => {
      const day = await aSessionDay(await newServer())
      const { id } = await publish(day)
      const device = await day.device('j1')
      await score(day, device, id, 'observed')
      const sessions = sessionListSchema.parse(await (await day.coordinator.get('sessions')).json()).sessions
      expect(sessions[0]?.sheetsReceived).toBe(0)
      const board = sessionBoardSchema.parse(await (await day.coordinator.get('board', { sessionId: day.sessionId })).json())
      expect([board.sheets, board.chains]).toEqual([[], []])
      expect(await (await day.coordinator.get('fairness', { sessionId: day.sessionId })).json()).toMatchObject({ sheets: 0 })
      expect(await (await day.coordinator.get('resultsCsv', { sessionId: day.sessionId })).text()).not.toContain('Cas Lumen')
    })

    it('cannot be passed off as an oral, nor an oral as a calibration, nor be of another session', async () => {
      const server = await newServer()
      const day = await aSessionDay(server)
      const { id } = await publish(day)
      const device = await day.device('j1')
      const foreign = { results: [{ outcome: 'refused', problem: { code: 'sheet-foreign' } }] }
      const { kind: _kind, ...asOral } = aCalibrationSheet(device, id, [])
      for (const forged of [
        { ...asOral, formatVersion: 1 as const },
        { ...aSheet(device, 'o1'), kind: 'calibration' as const, formatVersion: 2 as const },
        aCalibrationSheet(device, id, [], { candidate: { id: 'c1', number: '0001', name: 'Inès Bazin' } }),
      ]) {
        const { envelope } = await aSealedSheet(device, forged)
        expect(await (await aVisitor(server).post('deliver', { envelopes: [envelope.jwe] })).json()).toMatchObject(foreign)
      }
    })

    it('is refused on a grid the session does not have, and to a device of nobody', async () => {
      const day = await aSessionDay(await newServer())
      const asked = { ...CASE, gridId: 'inconnue' }
      await expectProblem(await day.coordinator.post('publishCalibration', asked, { sessionId: day.sessionId }), 404, 'not-found')
      const { id } = await publish(day)
      expect((await aVisitor(day.server).get('deviceCalibration', { calibrationId: id })).status).toBe(401)
    })
  })
})
