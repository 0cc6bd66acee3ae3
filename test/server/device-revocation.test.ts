import { describe, expect, it } from 'vitest'
import { sessionBoardSchema } from '#contract/desk.ts'
import { routePath } from '#contract/routes.ts'
import { readJournal } from '#server/storage/journal.ts'
import { aVisitor } from '../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet } from '../builders/a-sheet.ts'
import type { EnrolledDevice } from '../builders/an-enrolled-device.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

const askPackage = async ({ server }: SessionDay, device: EnrolledDevice) =>
  aVisitor(server).get('devicePackage', {}, { authorization: await device.authorization('GET', routePath('devicePackage')) })

onBothEngines((newServer) => {
  describe('a device taken back', () => {
    it('is given nothing any more, once; the sheets it has signed still come in, and another takes its place', async () => {
      const day = await aSessionDay(await newServer())
      const lost = await day.device('j1')
      const params = { sessionId: day.sessionId, deviceId: lost.signing.keyId }
      expect((await askPackage(day, lost)).status).toBe(200)
      const { envelope } = await aSealedSheet(lost, aSheet(lost, 'o1'))

      expect((await day.coordinator.post('revokeDevice', '', params)).status).toBe(204)
      await expectProblem(await askPackage(day, lost), 401, 'device-unknown')
      await expectProblem(await day.coordinator.post('revokeDevice', '', params), 404, 'not-found')
      const answer = await day.coordinator.post('deliver', { envelopes: [envelope.jwe] })
      expect(await answer.text()).toContain('"stored"')

      const other = await day.device('j1')
      expect((await askPackage(day, other)).status).toBe(200)
      const board = sessionBoardSchema.parse(await (await day.coordinator.get('board', { sessionId: day.sessionId })).json())
      expect(board.devices.map(({ deviceId, revokedAt }) => [deviceId, revokedAt !== null])).toEqual([
        [lost.signing.keyId, true],
        [other.signing.keyId, false],
      ])
      const { db } = day.server.running().context.storage
      const written = (await readJournal(db)).find(({ act }) => act === 'device-revoked')
      expect(written?.subject).toEqual({ sessionId: day.sessionId, jurorId: 'j1', deviceId: lost.signing.keyId })
    })

    it('is of the session that is named', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const elsewhere = { sessionId: 'elsewhere', deviceId: device.signing.keyId }
      await expectProblem(await day.coordinator.post('revokeDevice', '', elsewhere), 404, 'not-found')
      expect((await askPackage(day, device)).status).toBe(200)
    })
  })
})
