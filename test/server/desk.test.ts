import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { sessionListSchema } from '#contract/desk.ts'
import { gridSchema } from '#domain/grid.ts'
import { hashJson } from '#seal/hash.ts'
import { aJournalReading } from '../builders/a-journal-reading.ts'
import { aCoordinator, aVisitor, COORDINATOR, signIn } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet } from '../builders/a-sheet.ts'
import { anImportFile } from '../builders/an-import-file.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

onBothEngines((newServer) => {
  describe('accounts', () => {
    it('creates the first account with the printed link, once', async () => {
      const server = await newServer({ isNew: true })
      const visitor = aVisitor(server)
      expect(await (await visitor.get('setupState')).json()).toEqual({ needsSetup: true })
      const token = new URL(server.running().setupLink ?? '').hash.slice(1)
      const created = await visitor.post('setup', { token, ...COORDINATOR })
      expect(await created.json()).toMatchObject({ name: COORDINATOR.name, email: COORDINATOR.email })
      expect(await (await visitor.get('setupState')).json()).toEqual({ needsSetup: false })
      await expectProblem(await visitor.post('setup', { token, ...COORDINATOR, email: 'b@example.org' }), 409, 'setup-link-used')
      await server.restart()
      expect(server.running().setupLink).toBeNull()
    })

    it('accepts the link of an earlier start as long as nobody used one, and refuses a made-up token', async () => {
      const server = await newServer({ isNew: true })
      const token = new URL(server.running().setupLink ?? '').hash.slice(1)
      await server.restart()
      const visitor = aVisitor(server)
      await expectProblem(await visitor.post('setup', { ...COORDINATOR, token: 'A'.repeat(32) }), 409, 'setup-link-used')
      expect((await visitor.post('setup', { ...COORDINATOR, token })).status).toBe(200)
    })

    it('asks for a password of twelve characters', async () => {
      const problem = await expectProblem(
        await aVisitor(await newServer({ isNew: true })).post('setup', { ...COORDINATOR, token: 'A'.repeat(32), password: 'court' }),
        400,
        'invalid-request',
      )
      expect(problem.issues).toEqual([{ path: 'password', message: 'Ce texte est trop court : au moins 12 caractères.' }])
    })

    it('keeps passwords as Argon2id, and cookies out of scripts’ reach', async () => {
      const server = await newServer()
      await aCoordinator(server)
      const stored = await sql`select password from coordinator_credentials`.execute(server.running().context.storage.db)
      expect(JSON.stringify(stored.rows)).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
      const answer = await aVisitor(server).fetch('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: COORDINATOR.email, password: COORDINATOR.password }),
      })
      const cookie = answer.headers.getSetCookie().find((one) => one.includes('session_token')) ?? ''
      expect(cookie).toContain('HttpOnly')
      expect(cookie).toContain('SameSite=Lax')
    })

    it('signs in and out, and refuses a wrong password, sign-up and another site’s page', async () => {
      const server = await newServer()
      const coordinator = await aCoordinator(server)
      expect(await (await coordinator.get('me')).json()).toMatchObject({ email: COORDINATOR.email })
      const json = { 'content-type': 'application/json' }
      const wrong = await coordinator.fetch('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { ...json, origin: server.origin },
        body: JSON.stringify({ email: COORDINATOR.email, password: 'ce n’est pas le bon' }),
      })
      await expectProblem(wrong, 401, 'wrong-credentials')
      const signUp = await aVisitor(server).fetch('/api/auth/sign-up/email', {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ name: 'Autre', email: 'autre@example.org', password: COORDINATOR.password }),
      })
      await expectProblem(signUp, 404, 'not-found')
      const crossSite = await coordinator.post('importSession', '{}', {}, { 'sec-fetch-site': 'cross-site' })
      await expectProblem(crossSite, 403, 'not-allowed')
      const out = await coordinator.fetch('/api/auth/sign-out', { method: 'POST', headers: { ...json, origin: server.origin }, body: '{}' })
      expect(out.status).toBe(200)
      await expectProblem(await coordinator.get('me'), 401, 'not-signed-in')
    })
  })

  describe('a session', () => {
    it('is listed with what is expected and received, and is opened by its id only', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const { envelope } = await aSealedSheet(device, aSheet(device, 'o1'))
      await aVisitor(day.server).post('deliver', { envelopes: [envelope.jwe] })
      const { sessions } = sessionListSchema.parse(await (await day.coordinator.get('sessions')).json())
      expect(sessions).toMatchObject([{ id: day.sessionId, candidates: 2, orals: 3, sheetsExpected: 9, sheetsReceived: 1 }])
      await expectProblem(await day.coordinator.get('board', { sessionId: 'autre' }), 404, 'not-found')
      await expectProblem(await day.coordinator.get('sheet', { hash: 'A'.repeat(43) }), 404, 'not-found')
      await expectProblem(await day.coordinator.post('enrolmentLink', '', { sessionId: day.sessionId, jurorId: 'j9' }), 404, 'not-found')
      await expectProblem(await day.coordinator.get('sheet', { hash: 'pas-un-hash' }), 400, 'invalid-request')
    })

    it('names its grids, which open by hash', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const [first] = device.package.grids
      const answer = (await (await day.coordinator.get('grid', { gridHash: first?.hash ?? '' })).json()) as { grid: unknown }
      expect(await hashJson(gridSchema.parse(answer.grid))).toBe(first?.hash)
      await expectProblem(await day.coordinator.get('grid', { gridHash: 'A'.repeat(43) }), 404, 'not-found')
    })

    it('tells an open board within a second that a sheet came in', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const { envelope } = await aSealedSheet(device, aSheet(device, 'o1'))
      const stream = await day.coordinator.get('boardEvents', { sessionId: day.sessionId })
      expect(stream.headers.get('content-type')).toContain('text/event-stream')
      const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
      await reader.read()
      await aVisitor(day.server).post('deliver', { envelopes: [envelope.jwe] })
      const acknowledgedMs = Date.now()
      const { value } = await reader.read()
      expect(Buffer.from(value ?? []).toString('utf8')).toContain('event: changed')
      expect(Date.now() - acknowledgedMs).toBeLessThan(1_000)
      await reader.cancel()
    })

    it('stops although a board is open', async () => {
      const day = await aSessionDay(await newServer())
      const stream = await day.coordinator.get('boardEvents', { sessionId: day.sessionId })
      const startedMs = Date.now()
      await day.server.restart()
      expect(Date.now() - startedMs).toBeLessThan(5_000)
      // The first question after it may still meet a connection that the old server closed.
      await expect.poll(() => signIn(day.server).then(({ get }) => typeof get, String), { timeout: 5_000 }).toBe('function')
      await stream.body?.cancel()
    })

    it('gives its results as a spreadsheet that Excel opens, formulas defused', async () => {
      const file = anImportFile()
      const [first, ...others] = file.candidates
      if (!first) throw new Error('no candidate')
      const day = await aSessionDay(await newServer(), {
        ...file,
        candidates: [{ ...first, lastName: '=HYPERLINK("http://x")' }, ...others],
      })
      for (const jurorId of ['j1', 'j2']) {
        const device = await day.device(jurorId)
        const { envelope } = await aSealedSheet(device, aSheet(device, 'o1'))
        await aVisitor(day.server).post('deliver', { envelopes: [envelope.jwe] })
      }
      const answer = await day.coordinator.get('resultsCsv', { sessionId: day.sessionId })
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="resultats.csv"')
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
      const lines = bytes.subarray(3).toString('utf8').split('\r\n')
      expect(lines).toHaveLength(4)
      expect(lines[0]).toMatch(/^Numéro;Nom;Prénom;Épreuve;Jury;Début;Fiches reçues;État;Juré·e 1;/)
      expect(lines[1]).toContain(`"=""0001""";"'=HYPERLINK(""http://x"")";Inès;`)
      expect(lines[1]).toContain(';2026-11-24 09:00;2 / 3;Incomplet;Agnès Dumas;Présent·e;Validé;Validé;C1 : Acquise')
      expect(lines[3]).toContain(';2026-11-24 10:00;0 / 3;En attente;')
    })

    it('keeps every act in a journal whose chain holds, without a person’s data', async () => {
      const day = await aSessionDay(await newServer())
      await day.device('j1')
      const journal = await aJournalReading(day.coordinator)
      expect(journal.brokenAt).toBeNull()
      expect(journal.rows.map((row) => row.act)).toEqual([
        'coordinator-created',
        'coordinator-signed-in',
        'session-imported',
        'enrolment-link-created',
        'device-enrolled',
      ])
      expect(JSON.stringify(journal.rows)).not.toMatch(/Maud|Lévêque|example\.org|Dumas|Bazin/)
    })

    it('shows where the journal was tampered with', async () => {
      const day = await aSessionDay(await newServer())
      const { db } = day.server.running().context.storage
      await db.updateTable('journal').set({ act: 'autre-chose' }).where('index', '=', 1).execute()
      expect(await (await day.coordinator.get('journal')).json()).toMatchObject({ brokenAt: 1 })
    })
  })
})
