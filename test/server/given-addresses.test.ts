import { describe, expect, it } from 'vitest'
import { enrolmentLinkSchema } from '#contract/desk.ts'
import { jurorAddressesSchema } from '#contract/juror-mail.ts'
import { routes } from '#contract/routes.ts'
import type { GivenAddress } from '#domain/juror-address.ts'
import type { Preparation } from '#domain/preparation.ts'
import { loggerOptions } from '#server/log.ts'
import { aJournalReading } from '../builders/a-journal-reading.ts'
import { anUnplannedPreparation, aPreparation, aStoredPreparation, openedPreparation } from '../builders/a-preparation.ts'
import { aCoordinator, aVisitor, type TestClient, type TestServer } from '../builders/a-server.ts'
import { anAccount } from '../builders/an-account.ts'
import { anEnrolledDevice } from '../builders/an-enrolled-device.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

const AGNES = { jurorId: 'j1', email: 'agnes.dumas@example.org' }
const KARIM = { jurorId: 'j2', email: 'karim@example.org' }

async function create(coordinator: TestClient, addresses: GivenAddress[], preparation = aPreparation()): Promise<string> {
  const created = await coordinator.post('createPreparation', { frameworkId: 'cdcm', preparation, identities: [], addresses })
  expect(created.status).toBe(200)
  return ((await created.json()) as { sessionId: string }).sessionId
}

/** Saves the session as it is, or changed, with addresses. */
async function save(coordinator: TestClient, sessionId: string, addresses: unknown[], changes: Partial<Preparation> = {}) {
  const { revision, preparation } = await openedPreparation(coordinator, sessionId)
  return coordinator.post('savePreparation', { revision, preparation: { ...preparation, ...changes }, addresses }, { sessionId })
}

async function publish(coordinator: TestClient, sessionId: string): Promise<void> {
  const { revision } = await openedPreparation(coordinator, sessionId)
  expect((await coordinator.post('publishSession', { revision }, { sessionId })).status).toBe(200)
}

async function addresses(coordinator: TestClient, sessionId: string): Promise<[jurorId: string, email: string][]> {
  const known = jurorAddressesSchema.parse(await (await coordinator.get('jurorAddresses', { sessionId })).json())
  return known.addresses.map(({ jurorId, email }) => [jurorId, email])
}

async function addressActs(coordinator: TestClient) {
  const { rows, brokenAt } = await aJournalReading(coordinator)
  expect(brokenAt).toBeNull()
  return rows.filter(({ act }) => act.startsWith('juror-address')).map(({ subject }) => subject['jurorId'])
}

const rowsOf = async ({ running }: TestServer) =>
  JSON.stringify(await running().context.storage.db.selectFrom('preparations').selectAll().execute())

onBothEngines((newServer) => {
  describe('addresses that come with a session', () => {
    it('wait beside it until it is published, are then where links are sent from, and reach no device, board or journal', async () => {
      const lines: string[] = []
      const logger = Object.assign(loggerOptions('info'), { stream: { write: (line: string) => lines.push(line) } })
      const server = await newServer({ logger })
      const coordinator = await aCoordinator(server)
      const sessionId = await create(coordinator, [AGNES, KARIM])
      const opened = await (await coordinator.get('preparation', { sessionId })).text()
      expect(opened).not.toContain('example.org')
      expect(await rowsOf(server)).toContain(AGNES.email)
      await publish(coordinator, sessionId)
      expect(await rowsOf(server)).not.toContain('example.org')
      expect(await addresses(coordinator, sessionId)).toEqual([
        ['j1', AGNES.email],
        ['j2', KARIM.email],
      ])
      expect(await addressActs(coordinator)).toEqual(['j1', 'j2'])
      const { link } = enrolmentLinkSchema.parse(await (await coordinator.post('enrolmentLink', '', { sessionId, jurorId: 'j1' })).json())
      expect(JSON.stringify((await anEnrolledDevice(server.origin, link)).package)).not.toContain('example.org')
      expect(await (await coordinator.get('board', { sessionId })).text()).not.toContain('example.org')
      expect(JSON.stringify((await aJournalReading(coordinator)).rows)).not.toContain('example.org')
      expect(lines.join('')).not.toContain('example.org')
    })

    it('change with lines pasted before publication: who is not named keeps theirs, who left has none', async () => {
      const server = await newServer()
      const coordinator = await aCoordinator(server)
      const sessionId = await create(coordinator, [AGNES, KARIM], anUnplannedPreparation())
      const whole = aPreparation()
      const huet = { ...(whole.jurors[0] ?? never()), id: 'j4', lastName: 'Huet' }
      const [dumas, huets] = ['dumas@example.org', 'huet@example.org']
      const given = [
        { jurorId: 'j1', email: dumas },
        { jurorId: 'j4', email: huets },
        { jurorId: 'j9', email: 'personne@example.org' },
      ]
      expect((await save(coordinator, sessionId, given, { jurors: [...whole.jurors, huet] })).status).toBe(200)
      expect((await save(coordinator, sessionId, [], { jurors: whole.jurors, orals: whole.orals })).status).toBe(200)
      expect(await rowsOf(server)).not.toMatch(/huet@|personne@/)
      await publish(coordinator, sessionId)
      expect(await addresses(coordinator, sessionId)).toEqual([
        ['j1', dumas],
        ['j2', KARIM.email],
      ])
      expect(await addressActs(coordinator)).toEqual(['j1', 'j2', 'j1', 'j4'])
    })

    it('of a published session are changed with it; the same one again is left alone, with when a link was sent', async () => {
      const server = await newServer()
      const coordinator = await aCoordinator(server)
      const { sessionId } = await aStoredPreparation(coordinator)
      await publish(coordinator, sessionId)
      expect((await save(coordinator, sessionId, [AGNES])).status).toBe(200)
      const mailedAt = '2026-11-20T08:00:00.000Z'
      await server.running().context.storage.db.updateTable('juror_addresses').set({ mailed_at: mailedAt }).execute()
      expect((await save(coordinator, sessionId, [AGNES, KARIM])).status).toBe(200)
      expect(await (await coordinator.get('jurorAddresses', { sessionId })).json()).toMatchObject({
        addresses: [
          { ...AGNES, mailedAt },
          { ...KARIM, mailedAt: null },
        ],
      })
      expect(await addressActs(coordinator)).toEqual(['j1', 'j2'])
    })

    it('enter with the session, or neither does', async () => {
      const server = await newServer()
      const coordinator = await aCoordinator(server)
      const { sessionId, opened } = await aStoredPreparation(coordinator)
      const bad = await expectProblem(
        await save(coordinator, sessionId, [AGNES, { jurorId: 'j2', email: 'karim' }]),
        400,
        'invalid-request',
      )
      expect(bad.issues).toEqual([{ path: 'addresses.1.email', message: 'Cette adresse e-mail n’est pas valable.' }])
      await expectProblem(await save(coordinator, sessionId, [AGNES], { jurors: [] }), 422, 'preparation-invalid')
      const stale = { revision: 'a'.repeat(43), preparation: opened.preparation, addresses: [AGNES] }
      await expectProblem(await coordinator.post('savePreparation', stale, { sessionId }), 409, 'preparation-changed')
      expect(await rowsOf(server)).not.toContain('example.org')
      expect(await addressActs(coordinator)).toEqual([])
    })

    it('go with a session that is deleted before it was published', async () => {
      const server = await newServer()
      const coordinator = await aCoordinator(server)
      const sessionId = await create(coordinator, [AGNES])
      expect((await coordinator.post('deletePreparation', '', { sessionId })).status).toBe(200)
      expect(await rowsOf(server)).toBe('[]')
    })

    it('are written by those alone who may write an address by itself', async () => {
      const server = await newServer()
      const coordinator = await aCoordinator(server)
      const { sessionId, opened } = await aStoredPreparation(coordinator)
      const body = { revision: opened.revision, preparation: opened.preparation, addresses: [AGNES] }
      const { client } = await anAccount(server, coordinator, 'reader')
      await expectProblem(await client.post('savePreparation', body, { sessionId }), 403, 'not-allowed')
      await expectProblem(await aVisitor(server).post('savePreparation', body, { sessionId }), 401, 'not-signed-in')
      for (const id of ['createPreparation', 'savePreparation'] as const) expect(routes[id].roles).toEqual(routes.setJurorAddress.roles)
    })
  })
})

function never(): never {
  throw new Error('no juror')
}
