import { describe, expect, it } from 'vitest'
import { type DataDecision, listedRequestSchema, type NewDataRequest } from '#contract/data-protection.ts'
import { sessionBoardSchema } from '#contract/desk.ts'
import { readJournal } from '#server/storage/journal.ts'
import { frozenMinutes } from '../../builders/a-deliberation.ts'
import { aDocumentedDay } from '../../builders/a-documented-day.ts'
import type { TestClient } from '../../builders/a-server.ts'
import type { SessionDay } from '../../builders/a-session-day.ts'
import { aSealedSheet, aSheet } from '../../builders/a-sheet.ts'
import { anAccount } from '../../builders/an-account.ts'
import { expectProblem } from '../../builders/expect-problem.ts'
import { onBothEngines } from '../engines.ts'

async function recorded({ coordinator, sessionId }: SessionDay, changes: Partial<NewDataRequest> = {}): Promise<string> {
  const request = { kind: 'erasure', sessionId, candidateId: 'c1', receivedOn: '2026-11-24', detail: 'Par courriel', ...changes }
  const answer = await coordinator.post('recordDataRequest', request)
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { requestId: string }).requestId
}

const decide = (client: TestClient, requestId: string, changes: Partial<DataDecision> = {}) =>
  client.post('decideDataRequest', { outcome: 'granted', reason: '', name: null, ...changes }, { requestId })

async function listed({ coordinator }: SessionDay) {
  const { requests } = (await (await coordinator.get('dataRequests')).json()) as { requests: unknown[] }
  return requests.map((request) => listedRequestSchema.parse(request))
}

const acts = async ({ server }: SessionDay) =>
  (await readJournal(server.running().context.storage.db)).filter(({ act }) => act.startsWith('data-request'))

onBothEngines((newServer) => {
  describe('a request to be erased', () => {
    it('before any minutes takes the candidate out of the server: identity, support, notes, orals not held', async () => {
      const day = await aDocumentedDay(await newServer())
      const requestId = await recorded(day)
      expect(await listed(day)).toMatchObject([
        { name: '0001 Inès Bazin', dueOn: '2026-12-24', erasure: { because: 'allowed' }, decision: null },
      ])
      expect((await decide(day.coordinator, requestId)).status).toBe(204)
      expect(await listed(day)).toMatchObject([{ name: null, erasure: null, decision: { outcome: 'granted' } }])
      const { db } = day.server.running().context.storage
      const kept = JSON.stringify([
        await db.selectFrom('sessions').select('json').execute(),
        await db.selectFrom('preparations').selectAll().execute(),
        await db.selectFrom('civil_identities').selectAll().execute(),
      ])
      for (const secret of ['Bazin', 'Morelle', 'Hospitalisation', 'o1', 'o3']) expect(kept).not.toContain(secret)
      for (const other of ['Cormier-de-Naissance', 'Ancien tuteur', 'o2']) expect(kept).toContain(other)
      expect(await db.selectFrom('support_files').select('sha256').execute()).toEqual([])
      const subjects = (await acts(day)).map(({ act, subject }) => ({ act, ...subject }))
      expect(subjects).toMatchObject([
        { act: 'data-request-recorded', requestId, kind: 'erasure', personId: 'c1' },
        { act: 'data-request-granted', requestId, identities: 1, supports: 1, sheets: 0, notes: 1 },
      ])
      expect(JSON.stringify(subjects)).not.toMatch(/Bazin|courriel/)
    })

    it('of a candidate with sheets erases them and leaves the oral under nobody’s name', async () => {
      const day = await aDocumentedDay(await newServer())
      const device = await day.device('j1')
      const { envelope } = await aSealedSheet(device, aSheet(device, 'o1'))
      await day.coordinator.post('deliver', { envelopes: [envelope.jwe] })
      expect((await decide(day.coordinator, await recorded(day))).status).toBe(204)
      const board = sessionBoardSchema.parse(await (await day.coordinator.get('board', { sessionId: day.sessionId })).json())
      expect(board.orals.map(({ id }) => id)).toEqual(['o1', 'o2'])
      expect(board.candidates).toMatchObject([
        { id: 'c1', firstName: 'Personne', lastName: 'effacée', accommodations: [] },
        { lastName: 'Cormier' },
      ])
      expect(board.sheets).toMatchObject([{ oralId: 'o1', sections: [], partVerdict: null }])
      await expectProblem(await day.coordinator.get('sheet', { hash: board.sheets[0]?.hash ?? '' }), 410, 'sheet-erased')
    })

    it('cannot be granted once minutes name the candidate, nor later for who holds a block; it is refused with its reason', async () => {
      const day = await aDocumentedDay(await newServer())
      await frozenMinutes(day, [await day.device('j1'), await day.device('j2')], { absences: [{ jurorId: 'j3', reason: 'Souffrante' }] })
      const requestId = await recorded(day)
      const [request] = await listed(day)
      expect(request?.erasure).toMatchObject({ because: 'minutes', until: expect.stringMatching(/^20\d\d-/) })
      await expectProblem(await decide(day.coordinator, requestId), 409, 'erasure-refused')
      await expectProblem(await decide(day.coordinator, requestId, { outcome: 'refused' }), 400, 'invalid-request')
      expect((await decide(day.coordinator, requestId, { outcome: 'refused', reason: 'Preuve du jury' })).status).toBe(204)
      expect(await listed(day)).toMatchObject([{ name: '0001 Inès Bazin', decision: { outcome: 'refused', reason: 'Preuve du jury' } }])
      expect((await acts(day)).map(({ act }) => act)).toEqual(['data-request-recorded', 'data-request-refused'])
    })
  })

  describe('the other requests', () => {
    it('rectify a name, which devices then receive, and nothing that was noted', async () => {
      const day = await aDocumentedDay(await newServer())
      const requestId = await recorded(day, { kind: 'rectification' })
      await expectProblem(await decide(day.coordinator, requestId), 400, 'invalid-request')
      const name = { firstName: 'Inès', lastName: 'Bazin-Roux' }
      expect((await decide(day.coordinator, requestId, { name })).status).toBe(204)
      const device = await day.device('j1')
      expect(device.package.session.candidates[0]).toMatchObject({ ...name, number: '0001' })
    })

    it('are decided once, by those who answer for the certification', async () => {
      const day = await aDocumentedDay(await newServer())
      const requestId = await recorded(day, { kind: 'objection' })
      const coordinator = await anAccount(day.server, day.coordinator, 'coordinator')
      await expectProblem(await decide(coordinator.client, requestId), 403, 'not-allowed')
      const manager = await anAccount(day.server, day.coordinator, 'manager')
      const both = await Promise.all([decide(manager.client, requestId), decide(day.coordinator, requestId)])
      expect(both.map(({ status }) => status).sort()).toEqual([204, 409])
      await expectProblem(await decide(day.coordinator, requestId), 409, 'conflict')
    })

    it('are about somebody of the session', async () => {
      const day = await aDocumentedDay(await newServer())
      for (const wrong of [{ candidateId: 'c9' }, { sessionId: 'ailleurs' }]) {
        const request = { kind: 'access', sessionId: day.sessionId, candidateId: 'c1', receivedOn: '2026-11-24', detail: '', ...wrong }
        await expectProblem(await day.coordinator.post('recordDataRequest', request), 404, 'not-found')
      }
    })
  })
})
