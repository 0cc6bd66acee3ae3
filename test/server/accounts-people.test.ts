import { describe, expect, it } from 'vitest'
import { peopleSchema } from '#contract/accounts.ts'
import { aJournalReading } from '../builders/a-journal-reading.ts'
import { aCoordinator, askToSignIn, aVisitor, COORDINATOR, type TestClient } from '../builders/a-server.ts'
import { anAccount, anInvitation } from '../builders/an-account.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

const DAY_MS = 24 * 3_600_000
const GUEST = { name: 'Noé Ferrand', password: 'une phrase de quatre mots' }

async function people(administrator: TestClient) {
  return peopleSchema.parse(await (await administrator.get('people')).json())
}

async function journalled(administrator: TestClient, act: string) {
  const { rows } = await aJournalReading(administrator)
  return rows.filter((row) => row.act === act).map(({ actor, subject }) => ({ actor, ...subject }))
}

onBothEngines((newServer) => {
  describe('an invitation', () => {
    it('makes one account, of the role it names, with the name and password its recipient chooses', async () => {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      const token = await anInvitation(administrator, 'Noe.Ferrand@example.org', 'reader')
      const visitor = aVisitor(server)
      expect(await (await visitor.post('openInvitation', { token })).json()).toMatchObject({
        email: 'noe.ferrand@example.org',
        role: 'reader',
      })
      const accepted = await visitor.post('acceptInvitation', { token, ...GUEST })
      expect(await accepted.json()).toMatchObject({ name: GUEST.name, email: 'noe.ferrand@example.org', role: 'reader' })
      await expectProblem(await visitor.post('acceptInvitation', { token, ...GUEST }), 404, 'invitation-unknown')
      await expectProblem(await visitor.post('openInvitation', { token }), 404, 'invitation-unknown')
      expect((await askToSignIn(server, { email: 'noe.ferrand@example.org', password: GUEST.password })).status).toBe(200)
      expect((await people(administrator)).invitations).toEqual([])
    })

    it('is used once when it is accepted twice at the same instant', async () => {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      const token = await anInvitation(administrator, 'noe@example.org', 'reader')
      const answers = await Promise.all([1, 2, 3].map(() => aVisitor(server).post('acceptInvitation', { token, ...GUEST })))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
      expect((await people(administrator)).people).toHaveLength(2)
    })

    it('works seven days, and is then listed no more', async () => {
      let nowMs = Date.now()
      const server = await newServer({ now: () => new Date(nowMs) })
      const administrator = await aCoordinator(server)
      const token = await anInvitation(administrator, 'noe@example.org', 'reader')
      nowMs += 7 * DAY_MS - 1_000
      expect((await aVisitor(server).post('openInvitation', { token })).status).toBe(200)
      nowMs += 2_000
      await expectProblem(await aVisitor(server).post('openInvitation', { token }), 404, 'invitation-unknown')
      await expectProblem(await aVisitor(server).post('acceptInvitation', { token, ...GUEST }), 404, 'invitation-unknown')
      expect((await people(administrator)).invitations).toEqual([])
    })

    it('stops working when it is withdrawn, or replaced by another for the same address', async () => {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      const first = await anInvitation(administrator, 'noe@example.org', 'reader')
      const second = await anInvitation(administrator, 'noe@example.org', 'coordinator')
      await expectProblem(await aVisitor(server).post('openInvitation', { token: first }), 404, 'invitation-unknown')
      const [open] = (await people(administrator)).invitations
      expect(open).toMatchObject({ email: 'noe@example.org', role: 'coordinator' })
      expect((await administrator.post('withdrawInvitation', '', { invitationId: open?.id ?? '' })).status).toBe(204)
      await expectProblem(await aVisitor(server).post('acceptInvitation', { token: second, ...GUEST }), 404, 'invitation-unknown')
      await expectProblem(await administrator.post('withdrawInvitation', '', { invitationId: open?.id ?? '' }), 404, 'not-found')
    })

    it('is refused for an address that has an account', async () => {
      const administrator = await aCoordinator(await newServer())
      const answer = await administrator.post('invite', { email: COORDINATOR.email.toUpperCase(), role: 'reader' })
      await expectProblem(answer, 409, 'account-exists')
    })

    it('is kept as a hash: the database does not hold its token', async () => {
      const server = await newServer()
      const token = await anInvitation(await aCoordinator(server), 'noe@example.org', 'reader')
      const rows = await server.running().context.storage.db.selectFrom('coordinator_invitations').selectAll().execute()
      expect(rows).toHaveLength(1)
      expect(JSON.stringify(rows)).not.toContain(token)
    })
  })

  describe('rights', () => {
    it('change from the next call on, and the journal says from what to what', async () => {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      const { id, client } = await anAccount(server, administrator, 'reader')
      await expectProblem(await client.get('journal'), 403, 'not-allowed')
      expect((await administrator.post('changeRole', { role: 'manager' }, { coordinatorId: id })).status).toBe(204)
      expect((await client.get('journal')).status).toBe(200)
      const [administratorId] = (await people(administrator)).people.filter(({ role }) => role === 'administrator').map((one) => one.id)
      expect(await journalled(administrator, 'role-changed')).toEqual([
        { actor: `coordinator:${administratorId}`, coordinatorId: id, from: 'reader', to: 'manager' },
      ])
      await expectProblem(await administrator.post('changeRole', { role: 'manager' }, { coordinatorId: id }), 409, 'conflict')
    })

    it('always leave one administrator', async () => {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      const [self] = (await people(administrator)).people
      const params = { coordinatorId: self?.id ?? '' }
      await expectProblem(await administrator.post('changeRole', { role: 'reader' }, params), 409, 'last-administrator')
      await expectProblem(await administrator.post('deactivatePerson', '', params), 409, 'last-administrator')
    })

    it('leave one administrator when two remove each other at the same instant', async () => {
      const server = await newServer()
      const first = await aCoordinator(server)
      const [self] = (await people(first)).people
      const second = await anAccount(server, first, 'administrator')
      const answers = await Promise.all([
        first.post('deactivatePerson', '', { coordinatorId: second.id }),
        second.client.post('deactivatePerson', '', { coordinatorId: self?.id ?? '' }),
      ])
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    })

    it('end with deactivation: sessions close, signing in is refused with the reason, and reactivation gives them back', async () => {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      const { id, client, email, password } = await anAccount(server, administrator, 'coordinator')
      expect((await administrator.post('deactivatePerson', '', { coordinatorId: id })).status).toBe(204)
      await expectProblem(await client.get('me'), 401, 'not-signed-in')
      await expectProblem(await askToSignIn(server, { email, password }), 403, 'account-deactivated')
      await expectProblem(await askToSignIn(server, { email, password: 'je devine encore' }), 401, 'wrong-credentials')
      expect((await people(administrator)).people.find((one) => one.id === id)?.deactivatedAt).not.toBeNull()
      expect((await administrator.post('reactivatePerson', '', { coordinatorId: id })).status).toBe(204)
      expect((await askToSignIn(server, { email, password })).status).toBe(200)
      expect(await journalled(administrator, 'coordinator-deactivated')).toHaveLength(1)
      expect(await journalled(administrator, 'coordinator-reactivated')).toHaveLength(1)
    })
  })
})
