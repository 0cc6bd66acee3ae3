import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { passwordLinkCommand } from '#server/accounts/password-link-command.ts'
import { readConfig } from '#server/config.ts'
import { aJournalReading } from '../builders/a-journal-reading.ts'
import { aProgramRun } from '../builders/a-program-run.ts'
import { aCoordinator, askToSignIn, aVisitor, COORDINATOR, clientWith, cookiesOf, signIn, type TestServer } from '../builders/a-server.ts'
import { aTotpCode } from '../builders/a-totp-code.ts'
import { anAccount, postAuth } from '../builders/an-account.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

const NEW_PASSWORD = 'encore quatre mots choisis'

/** Asks for a link on the server's machine, beside the server. */
function ask({ environment }: TestServer, email: string) {
  return aProgramRun(['--password-link', email], environment)
}

/** The token of a link that the same command gives in this process. */
async function aToken(server: TestServer): Promise<string> {
  const { ok, lines } = await passwordLinkCommand(readConfig(server.environment), COORDINATOR.email)
  expect(ok).toBe(true)
  return tokenIn(lines.join('\n'), server)
}

function tokenIn(said: string, server: TestServer): string {
  const link = new URL(said.match(/^ {2}(http\S+)$/m)?.[1] ?? '')
  expect(link.origin + link.pathname).toBe(`${server.origin}/coordination/nouveau-mot-de-passe`)
  return link.hash.slice(1)
}

function use(server: TestServer, token: string): Promise<Response> {
  return aVisitor(server).post('usePasswordLink', { token, password: NEW_PASSWORD })
}

async function acts(server: TestServer) {
  return server.running().context.storage.db.selectFrom('journal').select(['act', 'actor', 'subject']).orderBy('index').execute()
}

async function links(server: TestServer) {
  return server.running().context.storage.db.selectFrom('coordinator_password_links').selectAll().execute()
}

/** The same command in this process. */
async function expectNoLink(server: TestServer, email: string, why: RegExp): Promise<void> {
  const { ok, lines } = await passwordLinkCommand(readConfig(server.environment), email)
  expect(ok).toBe(false)
  expect(lines.join('\n')).toMatch(why)
  expect(await links(server)).toEqual([])
}

onBothEngines((newServer) => {
  describe('a link to a new password asked for on the machine', () => {
    it('lets the only administrator back in, beside the running server, and the journal tells it without a secret', async () => {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      const replaced = await aToken(server)
      const { exitCode, stdout, stderr } = await ask(server, COORDINATOR.email.toUpperCase())
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
      expect(stdout).toMatch(/^Lien de nouveau mot de passe pour Maud Lévêque \(maud\.leveque@example\.org\)\s:$/m)
      expect(stdout).toMatch(/une seule fois, jusqu’au \d+ \S+ \d{4} à \d{2}:\d{2} \(heure de Paris\)/)
      const token = tokenIn(stdout, server)
      await expectProblem(await use(server, replaced), 404, 'password-link-unknown')
      expect((await use(server, token)).status).toBe(204)
      await expectProblem(await administrator.get('me'), 401, 'not-signed-in')
      await expectProblem(await askToSignIn(server, COORDINATOR), 401, 'wrong-credentials')
      const back = await signIn(server, { email: COORDINATOR.email, password: NEW_PASSWORD })
      const { rows, brokenAt } = await aJournalReading(back)
      const { id } = (await (await back.get('me')).json()) as { id: string }
      expect(brokenAt).toBeNull()
      const told = rows.filter(({ act }) => act.startsWith('password-'))
      expect(told.map(({ act, actor }) => [act, actor])).toEqual([
        ['password-link-created', 'server:command'],
        ['password-link-withdrawn', 'server:command'],
        ['password-link-created', 'server:command'],
        ['password-link-used', `coordinator:${id}`],
        ['password-changed', `coordinator:${id}`],
      ])
      for (const { subject } of told) expect(subject).toEqual({ coordinatorId: id, passwordLinkId: expect.any(String) })
      for (const secret of [replaced, token]) expect(JSON.stringify([rows, await links(server)])).not.toContain(secret)
    })

    it('works while the server is stopped, and leaves the second factor in force', async () => {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      const asked = await postAuth(administrator, server.origin, '/two-factor/enable', { password: COORDINATOR.password })
      const { totpURI } = (await asked.json()) as { totpURI: string }
      await postAuth(administrator, server.origin, '/two-factor/verify-totp', { code: aTotpCode(totpURI) })
      let token = ''
      await server.restart(async () => {
        token = await aToken(server)
      })
      expect((await use(server, token)).status).toBe(204)
      const half = await askToSignIn(server, { email: COORDINATOR.email, password: NEW_PASSWORD })
      expect(await half.json()).toMatchObject({ twoFactorRedirect: true })
      await expectProblem(await clientWith(server.origin, cookiesOf(half)).get('me'), 401, 'not-signed-in')
    })

    it('is written in one whole journal while the server and other commands write in it', async () => {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      const person = await anAccount(server, administrator, 'coordinator')
      const emails = [COORDINATOR.email, person.email]
      let isRunning = true
      const commands = Promise.all(emails.map((email) => ask(server, email))).finally(() => {
        isRunning = false
      })
      let written = 0
      while (isRunning) {
        const answers = await Promise.all(
          ['a', 'b', 'c'].map((name) => administrator.post('invite', { email: `${name}${written}@example.org`, role: 'reader' })),
        )
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
        written += answers.length
      }
      expect((await commands).map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual(
        emails.map(() => ({ exitCode: 0, stderr: '' })),
      )
      const { rows, brokenAt } = await aJournalReading(administrator)
      expect(brokenAt).toBeNull()
      expect(rows.filter(({ act }) => act === 'password-link-created')).toHaveLength(emails.length)
      expect(rows.filter(({ act }) => act === 'invitation-created')).toHaveLength(1 + written)
    })

    it('is not made for an address without an account or a deactivated account, and nothing is written', async () => {
      const server = await newServer()
      const administrator = await aCoordinator(server)
      const person = await anAccount(server, administrator, 'reader')
      expect((await administrator.post('deactivatePerson', '', { coordinatorId: person.id })).status).toBe(204)
      const before = await acts(server)
      const unknown = await ask(server, 'personne@example.org')
      expect(unknown).toMatchObject({ exitCode: 1, stdout: '' })
      expect(unknown.stderr).toMatch(/^Aucun compte n’a l’adresse personne@example\.org, aucun lien n’a été créé\./)
      await expectNoLink(server, person.email, /est désactivé, aucun lien n’a été créé\./)
      expect(await acts(server)).toEqual(before)
    })

    it('is not made in a database of another version, which stays as it is', async () => {
      const server = await newServer()
      await aCoordinator(server)
      const { db } = server.running().context.storage
      const known = async () => (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows
      const change = async (statement: RawBuilder<unknown>) => {
        await statement.execute(db)
        return known()
      }
      const newer = await change(sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01T00:00:00.000Z')`)
      await expectNoLink(server, COORDINATOR.email, /version plus récente, aucun lien n’a été créé\./)
      expect(await known()).toEqual(newer)
      await change(sql`delete from kysely_migration where name = '9999-later'`)
      const older = await change(sql`delete from kysely_migration where name = (select max(name) from kysely_migration)`)
      await expectNoLink(server, COORDINATOR.email, /aucun lien n’a été créé\..* démarrez le serveur de cette version une fois/)
      expect(await known()).toEqual(older)
    })
  })
})

describe('a link to a new password asked for amiss', () => {
  it('is not made where there is no database, and none is created', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'carnet-nothing-'))
    try {
      const { ok, lines } = await passwordLinkCommand(readConfig({ DATA_DIR: folder }), COORDINATOR.email)
      expect(ok).toBe(false)
      expect(lines.join()).toContain(`Il n’y a pas de base de données ici : ${join(folder, 'carnet.sqlite')}. Aucun lien n’a été créé.`)
      expect(await readdir(folder)).toEqual([])
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it.each([
    [['--password-link', 'maud.leveque'], /^«\smaud\.leveque\s» n’est pas une adresse e-mail entière\./],
    [['--password-link'], /^Cette commande n’est pas comprise\./],
  ])('%j ends at once, and says what to write', async (args, sentence) => {
    const { exitCode, stdout, stderr } = await aProgramRun(args, {})
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(stderr).toContain('npm start -- --password-link prenom.nom@exemple.fr')
  })
})
