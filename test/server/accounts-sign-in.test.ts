import { describe, expect, it } from 'vitest'
import { mySecuritySchema, mySessionsSchema } from '#contract/accounts.ts'
import { waitAfterFailuresMs } from '#server/accounts/sign-in-waits.ts'
import { aJournalReading } from '../builders/a-journal-reading.ts'
import { aCoordinator, askToSignIn, aVisitor, COORDINATOR, clientWith, cookiesOf, signIn, type TestClient } from '../builders/a-server.ts'
import { aTotpCode } from '../builders/a-totp-code.ts'
import { anAccount, postAuth } from '../builders/an-account.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

const WRONG = { ...COORDINATOR, password: 'ce n’est pas le bon' }

async function acts(administrator: TestClient) {
  const { rows } = await aJournalReading(administrator)
  return rows.map(({ act, subject }) => ('method' in subject ? `${act} ${subject['method']}` : act))
}

async function sessionsOf(client: TestClient) {
  return mySessionsSchema.parse(await (await client.get('mySessions')).json()).sessions
}

describe('the wait after failed sign-ins', () => {
  it.each([
    [1, 0],
    [4, 0],
    [5, 15_000],
    [6, 30_000],
    [7, 60_000],
    [10, 480_000],
    [11, 900_000],
    [1_000, 900_000],
  ])('after %i failures is %i ms', (failures, waitMs) => {
    expect(waitAfterFailuresMs(failures)).toBe(waitMs)
  })
})

onBothEngines((newServer) => {
  describe('signing in', () => {
    it('waits longer and longer after failures, says how long, and never locks its owner out', async () => {
      let nowMs = Date.now()
      const server = await newServer({ now: () => new Date(nowMs) })
      await aCoordinator(server)
      for (let count = 0; count < 5; count += 1) await expectProblem(await askToSignIn(server, WRONG), 401, 'wrong-credentials')
      const refused = await askToSignIn(server, COORDINATOR)
      expect(refused.headers.get('retry-after')).toBe('15')
      expect((await expectProblem(refused, 429, 'sign-in-slowed')).detail).toContain('Attendez 15 secondes')
      nowMs += 15_001
      await expectProblem(await askToSignIn(server, WRONG), 401, 'wrong-credentials')
      expect((await expectProblem(await askToSignIn(server, WRONG), 429, 'sign-in-slowed')).detail).toContain('Attendez 30 secondes')
      nowMs += 30_001
      expect((await askToSignIn(server, COORDINATOR)).status).toBe(200)
      await expectProblem(await askToSignIn(server, WRONG), 401, 'wrong-credentials')
      expect((await askToSignIn(server, COORDINATOR)).status).toBe(200)
    })

    it('lets through no more guesses when they come all at once', async () => {
      const server = await newServer()
      await aCoordinator(server)
      const answers = await Promise.all(Array.from({ length: 12 }, () => askToSignIn(server, WRONG)))
      const letThrough = answers.filter(({ status }) => status === 401).length
      expect(letThrough).toBeGreaterThan(0)
      expect(letThrough).toBeLessThanOrEqual(5)
    })

    it('slows one account down, not the others of the same address, and tells the journal once', async () => {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      const { email, password } = await anAccount(server, administrator, 'reader')
      for (let count = 0; count < 7; count += 1) await askToSignIn(server, { email, password: WRONG.password })
      await expectProblem(await askToSignIn(server, { email: email.toUpperCase(), password }), 429, 'sign-in-slowed')
      expect((await askToSignIn(server, COORDINATOR)).status).toBe(200)
      expect((await acts(administrator)).filter((act) => act === 'sign-in-slowed')).toHaveLength(1)
    })

    it('keeps neither the address nor the account of a failure readable', async () => {
      const server = await newServer()
      await askToSignIn(server, WRONG)
      const rows = await server.running().context.storage.db.selectFrom('sign_in_waits').selectAll().execute()
      expect(rows).toHaveLength(1)
      expect(JSON.stringify(rows)).not.toMatch(/maud|127\.0\.0\.1/)
    })

    it('answers nothing of better-auth but what is in use', async () => {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      for (const path of [
        '/update-user',
        '/delete-user',
        '/list-sessions',
        '/revoke-session',
        '/two-factor/get-totp-uri',
        '/sign-up/email',
      ])
        await expectProblem(await postAuth(administrator, server.origin, path, {}), 404, 'not-found')
      await expectProblem(await administrator.fetch('/api/auth/get-session'), 404, 'not-found')
    })
  })

  describe('one’s own account', () => {
    it('changes its password with the old one, and closes the other sessions', async () => {
      const server = await newServer()
      const first = await aCoordinator(server)
      const second = await signIn(server)
      const change = (currentPassword: string) =>
        postAuth(first, server.origin, '/change-password', {
          currentPassword,
          newPassword: 'cinq mots bien plus longs',
          revokeOtherSessions: true,
        })
      await expectProblem(await change('pas le bon mot de passe'), 400, 'wrong-password')
      const changed = await change(COORDINATOR.password)
      expect(changed.status).toBe(200)
      await expectProblem(await second.get('me'), 401, 'not-signed-in')
      const renewed = clientWith(server.origin, cookiesOf(changed))
      expect((await renewed.get('me')).status).toBe(200)
      await expectProblem(await askToSignIn(server, COORDINATOR), 401, 'wrong-credentials')
      expect(await acts(renewed)).toContain('password-changed')
    })

    it('changes its name', async () => {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      expect(await (await administrator.post('renameMe', { name: '  Maud L. ' })).json()).toMatchObject({ name: 'Maud L.' })
      expect(await (await administrator.get('me')).json()).toMatchObject({ name: 'Maud L.' })
      expect(await acts(administrator)).toContain('coordinator-renamed')
    })

    it('sees its sessions and ends one, or all others, and no one else’s', async () => {
      const server = await newServer()
      const first = await aCoordinator(server)
      const second = await signIn(server)
      const third = await signIn(server)
      const stranger = await anAccount(server, first, 'administrator')
      const seen = await sessionsOf(first)
      expect(seen).toHaveLength(3)
      expect(seen.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)
      const [current] = (await sessionsOf(second)).filter(({ isCurrent }) => isCurrent)
      await expectProblem(await stranger.client.post('revokeMySession', '', { signInId: current?.id ?? '' }), 404, 'not-found')
      expect((await first.post('revokeMySession', '', { signInId: current?.id ?? '' })).status).toBe(204)
      await expectProblem(await second.get('me'), 401, 'not-signed-in')
      expect((await first.post('revokeMyOtherSessions', '')).status).toBe(204)
      await expectProblem(await third.get('me'), 401, 'not-signed-in')
      expect((await first.get('me')).status).toBe(200)
      expect((await stranger.client.get('me')).status).toBe(200)
      expect(JSON.stringify(await sessionsOf(first))).not.toContain('token')
    })
  })

  describe('the second factor', () => {
    async function withSecondFactor() {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      const { client, ...account } = await anAccount(server, administrator, 'coordinator')
      const asked = await postAuth(client, server.origin, '/two-factor/enable', { password: account.password })
      const { totpURI, backupCodes } = (await asked.json()) as { totpURI: string; backupCodes: string[] }
      return { server, administrator, client, account, totpURI, backupCodes }
    }

    async function enabled() {
      const made = await withSecondFactor()
      const added = await postAuth(made.client, made.server.origin, '/two-factor/verify-totp', { code: aTotpCode(made.totpURI) })
      expect(added.status).toBe(200)
      return { ...made, client: clientWith(made.server.origin, cookiesOf(added)) }
    }

    it('is on only once a right code was shown', async () => {
      const { server, client, account, totpURI } = await withSecondFactor()
      const wrong = await postAuth(client, server.origin, '/two-factor/verify-totp', { code: '000000' })
      await expectProblem(wrong, 401, 'wrong-code')
      expect((await askToSignIn(server, account)).headers.getSetCookie().join()).toContain('session_token=')
      expect(new URL(totpURI).searchParams.get('issuer')).toBe('Carnet de jury')
      const added = await postAuth(client, server.origin, '/two-factor/verify-totp', { code: aTotpCode(totpURI) })
      const renewed = clientWith(server.origin, cookiesOf(added))
      expect(mySecuritySchema.parse(await (await renewed.get('mySecurity')).json())).toEqual({
        hasSecondFactor: true,
        recoveryCodesLeft: 10,
        passkeys: [],
      })
    })

    it('asks for a code after the password, and gives no session before', async () => {
      const { server, administrator, account, totpURI } = await enabled()
      const asked = await askToSignIn(server, account)
      expect(await asked.json()).toMatchObject({ twoFactorRedirect: true })
      const cookie = cookiesOf(asked)
      await expectProblem(await clientWith(server.origin, cookie).get('me'), 401, 'not-signed-in')
      const visitor = aVisitor(server)
      await expectProblem(await postAuth(visitor, server.origin, '/two-factor/verify-totp', { code: '000000' }, cookie), 401, 'wrong-code')
      const done = await postAuth(visitor, server.origin, '/two-factor/verify-totp', { code: aTotpCode(totpURI) }, cookie)
      expect((await clientWith(server.origin, cookiesOf(done)).get('me')).status).toBe(200)
      const written = await acts(administrator)
      expect(written.filter((act) => act === 'second-factor-added')).toHaveLength(1)
      expect(written.at(-1)).toBe('coordinator-signed-in code')
    })

    it('lets a recovery code in once', async () => {
      const { server, account, backupCodes } = await enabled()
      const use = async () => {
        const cookie = cookiesOf(await askToSignIn(server, account))
        return postAuth(aVisitor(server), server.origin, '/two-factor/verify-backup-code', { code: backupCodes[0] }, cookie)
      }
      const entered = await use()
      expect(entered.status).toBe(200)
      const client = clientWith(server.origin, cookiesOf(entered))
      expect(await (await client.get('mySecurity')).json()).toMatchObject({ recoveryCodesLeft: 9 })
      await expectProblem(await use(), 401, 'wrong-code')
    })

    it('starts the sign-in again after five wrong codes, and waits after ten', async () => {
      const { server, account } = await enabled()
      const guess = (cookie: string) => postAuth(aVisitor(server), server.origin, '/two-factor/verify-totp', { code: '000000' }, cookie)
      const first = cookiesOf(await askToSignIn(server, account))
      for (let count = 0; count < 5; count += 1) await expectProblem(await guess(first), 401, 'wrong-code')
      await expectProblem(await guess(first), 401, 'second-factor-restart')
      const second = cookiesOf(await askToSignIn(server, account))
      for (let count = 0; count < 5; count += 1) await expectProblem(await guess(second), 401, 'wrong-code')
      await expectProblem(await guess(cookiesOf(await askToSignIn(server, account))), 429, 'second-factor-slowed')
    })

    it('is taken off by its owner with the password, or by an administrator for who has lost everything', async () => {
      const own = await enabled()
      const wrong = await postAuth(own.client, own.server.origin, '/two-factor/disable', { password: 'pas le bon mot de passe' })
      await expectProblem(wrong, 400, 'wrong-password')
      const off = await postAuth(own.client, own.server.origin, '/two-factor/disable', { password: own.account.password })
      expect(off.status).toBe(200)
      expect((await (await signIn(own.server, own.account)).get('me')).status).toBe(200)
      const other = await enabled()
      const params = { coordinatorId: other.account.id }
      expect((await other.administrator.post('removeSecondFactor', '', params)).status).toBe(204)
      expect((await (await signIn(other.server, other.account)).get('me')).status).toBe(200)
      await expectProblem(await other.administrator.post('removeSecondFactor', '', params), 409, 'conflict')
      expect(await acts(other.administrator)).toContain('second-factor-removed')
    })
  })
})
