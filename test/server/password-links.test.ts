import { describe, expect, it } from 'vitest'
import { peopleSchema } from '#contract/accounts.ts'
import { aJournalReading } from '../builders/a-journal-reading.ts'
import { aCoordinator, askToSignIn, aVisitor, clientWith, cookiesOf, type TestClient } from '../builders/a-server.ts'
import { aTotpCode } from '../builders/a-totp-code.ts'
import { anAccount, postAuth } from '../builders/an-account.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

const HOUR_MS = 3_600_000
const NEW_PASSWORD = 'encore quatre mots choisis'

async function personOf(administrator: TestClient, id: string) {
  const { people } = peopleSchema.parse(await (await administrator.get('people')).json())
  return people.find((one) => one.id === id)
}

async function aPasswordLink(administrator: TestClient, coordinatorId: string): Promise<string> {
  const answer = await administrator.post('makePasswordLink', '', { coordinatorId })
  expect(answer.status).toBe(200)
  const { link } = (await answer.json()) as { link: string }
  expect(new URL(link).pathname).toBe('/coordination/nouveau-mot-de-passe')
  return new URL(link).hash.slice(1)
}

onBothEngines((newServer) => {
  async function aForgetfulPerson() {
    let nowMs = Date.now()
    const server = await newServer({ now: () => new Date(nowMs) })
    const administrator = await aCoordinator(server)
    const person = await anAccount(server, administrator, 'coordinator')
    return {
      server,
      administrator,
      person,
      wait: (ms: number) => {
        nowMs += ms
      },
      use: (token: string, password = NEW_PASSWORD) => aVisitor(server).post('usePasswordLink', { token, password }),
      expectRefused: async (token: string) => {
        await expectProblem(await aVisitor(server).post('openPasswordLink', { token }), 404, 'password-link-unknown')
        const used = await aVisitor(server).post('usePasswordLink', { token, password: NEW_PASSWORD })
        await expectProblem(used, 404, 'password-link-unknown')
        expect((await askToSignIn(server, { email: person.email, password: NEW_PASSWORD })).status).not.toBe(200)
      },
    }
  }

  describe('a link to a new password', () => {
    it('replaces the old one, closes every session of the account and no other, and serves once', async () => {
      const { server, administrator, person, use } = await aForgetfulPerson()
      const token = await aPasswordLink(administrator, person.id)
      expect((await person.client.get('me')).status).toBe(200)
      expect(await (await aVisitor(server).post('openPasswordLink', { token })).json()).toMatchObject({ email: person.email })
      expect((await use(token)).status).toBe(204)
      await expectProblem(await person.client.get('me'), 401, 'not-signed-in')
      expect((await administrator.get('me')).status).toBe(200)
      await expectProblem(await askToSignIn(server, person), 401, 'wrong-credentials')
      expect((await askToSignIn(server, { email: person.email, password: NEW_PASSWORD })).status).toBe(200)
      await expectProblem(await use(token, 'un autre mot de passe long'), 404, 'password-link-unknown')
      await expectProblem(await aVisitor(server).post('openPasswordLink', { token }), 404, 'password-link-unknown')
      expect((await askToSignIn(server, { email: person.email, password: NEW_PASSWORD })).status).toBe(200)
    })

    it('is used once when it is used several times at the same instant', async () => {
      const { server, administrator, person, use } = await aForgetfulPerson()
      const token = await aPasswordLink(administrator, person.id)
      const passwords = ['premier mot de passe', 'deuxième mot de passe', 'troisième mot de passe']
      const answers = await Promise.all(passwords.map((password) => use(token, password)))
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404])
      const winner = passwords[answers.findIndex(({ status }) => status === 204)] ?? ''
      expect((await askToSignIn(server, { email: person.email, password: winner })).status).toBe(200)
    })

    it('leaves the second factor in force', async () => {
      const { server, administrator, person, use } = await aForgetfulPerson()
      const asked = await postAuth(person.client, server.origin, '/two-factor/enable', { password: person.password })
      const { totpURI } = (await asked.json()) as { totpURI: string }
      await postAuth(person.client, server.origin, '/two-factor/verify-totp', { code: aTotpCode(totpURI) })
      expect((await use(await aPasswordLink(administrator, person.id))).status).toBe(204)
      const half = await askToSignIn(server, { email: person.email, password: NEW_PASSWORD })
      expect(await half.json()).toMatchObject({ twoFactorRedirect: true })
      await expectProblem(await clientWith(server.origin, cookiesOf(half)).get('me'), 401, 'not-signed-in')
      const code = { code: aTotpCode(totpURI) }
      const whole = await postAuth(aVisitor(server), server.origin, '/two-factor/verify-totp', code, cookiesOf(half))
      expect((await clientWith(server.origin, cookiesOf(whole)).get('me')).status).toBe(200)
    })

    it('works 24 hours, and is then listed no more', async () => {
      const { server, administrator, person, wait, expectRefused } = await aForgetfulPerson()
      const token = await aPasswordLink(administrator, person.id)
      wait(24 * HOUR_MS - 1_000)
      expect((await aVisitor(server).post('openPasswordLink', { token })).status).toBe(200)
      expect((await personOf(administrator, person.id))?.passwordLinkUntil).not.toBeNull()
      wait(2_000)
      await expectRefused(token)
      expect((await personOf(administrator, person.id))?.passwordLinkUntil).toBeNull()
      const params = { coordinatorId: person.id }
      await expectProblem(await administrator.post('withdrawPasswordLink', '', params), 404, 'not-found')
    })

    it('stops working when it is replaced by another, or withdrawn', async () => {
      const { administrator, person, expectRefused } = await aForgetfulPerson()
      const first = await aPasswordLink(administrator, person.id)
      const second = await aPasswordLink(administrator, person.id)
      await expectRefused(first)
      const params = { coordinatorId: person.id }
      expect((await administrator.post('withdrawPasswordLink', '', params)).status).toBe(204)
      await expectRefused(second)
      await expectProblem(await administrator.post('withdrawPasswordLink', '', params), 404, 'not-found')
    })

    it('is not made for a deactivated account, and one made before never works again', async () => {
      const { administrator, person, expectRefused } = await aForgetfulPerson()
      const token = await aPasswordLink(administrator, person.id)
      const params = { coordinatorId: person.id }
      expect((await administrator.post('deactivatePerson', '', params)).status).toBe(204)
      await expectRefused(token)
      await expectProblem(await administrator.post('makePasswordLink', '', params), 409, 'conflict')
      expect((await administrator.post('reactivatePerson', '', params)).status).toBe(204)
      await expectRefused(token)
    })

    it('refuses a password that is too short, and still works', async () => {
      const { administrator, person, use } = await aForgetfulPerson()
      const token = await aPasswordLink(administrator, person.id)
      await expectProblem(await use(token, 'court'), 400, 'invalid-request')
      expect((await use(token)).status).toBe(204)
    })

    it('is kept as a hash, and the journal tells who made it and who used it, without a secret', async () => {
      const { server, administrator, person, use } = await aForgetfulPerson()
      const replaced = await aPasswordLink(administrator, person.id)
      const token = await aPasswordLink(administrator, person.id)
      const links = await server.running().context.storage.db.selectFrom('coordinator_password_links').selectAll().execute()
      expect(links).toHaveLength(2)
      await use(token)
      const { rows } = await aJournalReading(administrator)
      const told = rows.filter(({ act }) => act.startsWith('password-')).sort((a, b) => a.index - b.index)
      const me = (await (await administrator.get('me')).json()) as { id: string }
      expect(told.map(({ act, actor }) => [act, actor])).toEqual([
        ['password-link-created', `coordinator:${me.id}`],
        ['password-link-withdrawn', `coordinator:${me.id}`],
        ['password-link-created', `coordinator:${me.id}`],
        ['password-link-used', `coordinator:${person.id}`],
        ['password-changed', `coordinator:${person.id}`],
      ])
      expect(new Set(told.map(({ subject }) => subject['coordinatorId']))).toEqual(new Set([person.id]))
      for (const secret of [replaced, token, NEW_PASSWORD]) expect(JSON.stringify([links, rows])).not.toContain(secret)
    })
  })
})
