import { afterEach, describe, expect, it } from 'vitest'
import { jurorAddressesSchema, linkMailedSchema } from '#contract/juror-mail.ts'
import { jurorEmailSchema } from '#domain/juror-address.ts'
import { loggerOptions } from '#server/log.ts'
import { freePort } from '../builders/a-free-port.ts'
import { aJournalReading } from '../builders/a-journal-reading.ts'
import { aMailServer, type MailServer, SENDER } from '../builders/a-mail-server.ts'
import { aPreparation, aStoredPreparation, openedPreparation } from '../builders/a-preparation.ts'
import { aCoordinator, aVisitor } from '../builders/a-server.ts'
import { aDayOf, aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { anAccount } from '../builders/an-account.ts'
import { anEnrolledDevice } from '../builders/an-enrolled-device.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

const ADDRESS = 'agnes.dumas@example.org'
const ACCOUNT = { user: 'carnet@example.org', password: 'p@sse: secret' }

const mailServers: MailServer[] = []
afterEach(async () => {
  await Promise.all(mailServers.splice(0).map((server) => server.close()))
})

async function mailServer(options: Parameters<typeof aMailServer>[0] = {}): Promise<MailServer> {
  const server = await aMailServer(options)
  mailServers.push(server)
  return server
}

async function setAddress({ coordinator, sessionId }: SessionDay, jurorId: string, email: string | null): Promise<Response> {
  return coordinator.post('setJurorAddress', { email }, { sessionId, jurorId })
}

async function addresses({ coordinator, sessionId }: SessionDay) {
  return jurorAddressesSchema.parse(await (await coordinator.get('jurorAddresses', { sessionId })).json())
}

async function send({ coordinator, sessionId }: SessionDay, jurorId: string) {
  return linkMailedSchema.parse(await (await coordinator.post('mailEnrolmentLink', '', { sessionId, jurorId })).json())
}

/** Acts of the journal about sending, and about addresses. */
async function acts({ coordinator }: SessionDay) {
  const { rows } = await aJournalReading(coordinator)
  return rows.filter(({ act }) => act.startsWith('juror-address') || act.startsWith('enrolment-link')).map(({ act }) => act)
}

/** The server's own log settings, its lines kept. */
function aLogger() {
  const lines: string[] = []
  return { lines, logger: Object.assign(loggerOptions('info'), { stream: { write: (line: string) => lines.push(line) } }) }
}

const linkIn = (text: string) => text.match(/^http\S+$/m)?.[0] ?? ''

describe('an address', () => {
  it.each(['agnes.dumas@example.org', 'a+b@exam.example.org'])('%s is one', (text) => {
    expect(jurorEmailSchema.safeParse(text).success).toBe(true)
  })

  it.each(['', 'agnes', 'a@b', 'a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org', `${'a'.repeat(250)}@example.org`])(
    '%j is none',
    (text) => {
      expect(jurorEmailSchema.safeParse(text).success).toBe(false)
    },
  )
})

onBothEngines((newServer) => {
  describe('jurors’ addresses', () => {
    it('are written, changed and taken away, one by one', async () => {
      const day = await aSessionDay(await newServer())
      expect(await addresses(day)).toEqual({ isMailSet: false, addresses: [] })
      expect((await setAddress(day, 'j1', ADDRESS)).status).toBe(204)
      expect((await setAddress(day, 'j2', 'karim@example.org')).status).toBe(204)
      expect((await setAddress(day, 'j1', 'dumas@example.org')).status).toBe(204)
      expect((await setAddress(day, 'j2', null)).status).toBe(204)
      expect((await setAddress(day, 'j2', null)).status).toBe(204)
      expect((await addresses(day)).addresses).toEqual([{ jurorId: 'j1', email: 'dumas@example.org', mailedAt: null }])
      expect(await acts(day)).toEqual(['juror-address-set', 'juror-address-set', 'juror-address-set', 'juror-address-removed'])
    })

    it('must be addresses, of a juror of the session', async () => {
      const day = await aSessionDay(await newServer())
      const problem = await expectProblem(await setAddress(day, 'j1', 'agnès'), 400, 'invalid-request')
      expect(problem.issues).toEqual([{ path: 'email', message: 'Cette adresse e-mail n’est pas valable.' }])
      await expectProblem(await setAddress(day, 'j9', ADDRESS), 404, 'not-found')
      await expectProblem(await day.coordinator.get('jurorAddresses', { sessionId: 'autre' }), 404, 'not-found')
    })

    it('are for those who prepare sessions alone', async () => {
      const day = await aSessionDay(await newServer())
      const { client } = await anAccount(day.server, day.coordinator, 'reader')
      const params = { sessionId: day.sessionId, jurorId: 'j1' }
      await expectProblem(await client.get('jurorAddresses', params), 403, 'not-allowed')
      await expectProblem(await client.post('setJurorAddress', { email: ADDRESS }, params), 403, 'not-allowed')
      await expectProblem(await client.post('mailEnrolmentLink', '', params), 403, 'not-allowed')
      await expectProblem(await aVisitor(day.server).get('jurorAddresses', params), 401, 'not-signed-in')
    })

    it('never reach a device, the board or the journal', async () => {
      const day = await aSessionDay(await newServer())
      await setAddress(day, 'j1', ADDRESS)
      const device = await day.device('j1')
      expect(JSON.stringify(device.package)).not.toContain(ADDRESS)
      expect(await (await day.coordinator.get('board', { sessionId: day.sessionId })).text()).not.toContain(ADDRESS)
      expect(JSON.stringify(await aJournalReading(day.coordinator))).not.toContain(ADDRESS)
    })

    it('go with a juror who leaves the session', async () => {
      const server = await newServer()
      const coordinator = await aCoordinator(server)
      const whole = aPreparation()
      const jurors = [...whole.jurors, { ...(whole.jurors[0] ?? never()), id: 'j4', lastName: 'Huet' }]
      const { sessionId, opened } = await aStoredPreparation(coordinator, { ...whole, jurors })
      const published = await coordinator.post('publishSession', { revision: opened.revision }, { sessionId })
      expect(published.ok).toBe(true)
      const day = aDayOf(server, coordinator, sessionId)
      await setAddress(day, 'j1', ADDRESS)
      await setAddress(day, 'j4', 'huet@example.org')
      const { revision, preparation } = await openedPreparation(coordinator, sessionId)
      const fewer = { ...preparation, jurors: preparation.jurors.filter(({ id }) => id !== 'j4') }
      expect((await coordinator.post('savePreparation', { revision, preparation: fewer }, { sessionId })).ok).toBe(true)
      expect((await addresses(day)).addresses.map(({ jurorId }) => jurorId)).toEqual(['j1'])
    })
  })

  describe('a link by e-mail', () => {
    it('says what to do, until when and whom to ask, names nobody, and enrols a device', async () => {
      const mail = await mailServer({ account: ACCOUNT })
      const server = await newServer({ mail: mail.environment, now: () => new Date('2026-11-20T08:00:00Z') })
      const day = await aSessionDay(server)
      await setAddress(day, 'j1', ADDRESS)
      expect(await send(day, 'j1')).toEqual({ outcome: 'sent', replyCode: null })
      const [received] = mail.received
      expect(received).toMatchObject({ from: 'examens@example.org', to: [ADDRESS] })
      expect(received?.header('From')).toBe(SENDER)
      expect(received?.header('To')).toBe(ADDRESS)
      expect(received?.header('Subject')).toBe('Votre carnet de jury : Session d’essai')
      expect(received?.header('Content-Type')).toMatch(/^text\/plain; charset=utf-8/i)
      const { text = '', raw = '' } = received ?? {}
      expect(text).toContain('Session d’essai, Centre d’Angers, le mardi 24 novembre 2026.')
      expect(text).toContain('Ce lien sert une seule fois, sur un seul appareil, au plus tard le mercredi 24 novembre 2027.')
      expect(text).toContain('Répondez à ce message : Centre d’Angers organise la session.')
      for (const name of ['Dumas', 'Agnès', 'Lévêque', 'Bazin', 'Cormier', 'Ferrand']) expect(text + raw).not.toContain(name)
      const device = await anEnrolledDevice(server.origin, linkIn(text))
      expect(device.jurorId).toBe('j1')
      expect(await acts(day)).toEqual(['juror-address-set', 'enrolment-link-created', 'enrolment-link-mailed'])
      const { rows } = await aJournalReading(day.coordinator)
      expect(rows.find(({ act }) => act === 'enrolment-link-mailed')).toMatchObject({
        actor: expect.stringMatching(/^coordinator:/),
        subject: { sessionId: day.sessionId, jurorId: 'j1' },
      })
      expect((await addresses(day)).addresses).toEqual([{ jurorId: 'j1', email: ADDRESS, mailedAt: '2026-11-20T08:00:00.000Z' }])
      await setAddress(day, 'j1', 'dumas@example.org')
      expect((await addresses(day)).addresses).toMatchObject([{ mailedAt: null }])
    })

    it('is another one each time, and none is kept but as a hash', async () => {
      const mail = await mailServer()
      const day = await aSessionDay(await newServer({ mail: mail.environment }))
      await setAddress(day, 'j1', ADDRESS)
      await send(day, 'j1')
      await send(day, 'j1')
      const links = mail.received.map(({ text }) => linkIn(text))
      expect(new Set(links).size).toBe(2)
      const stored = JSON.stringify(await day.server.running().context.storage.db.selectFrom('enrolments').selectAll().execute())
      for (const link of links) expect(stored).not.toContain(new URL(link).hash.split('.')[1])
    })

    it('is not sent without a mail server, an address or a juror, and then nothing is made', async () => {
      const unset = await aSessionDay(await newServer())
      await setAddress(unset, 'j1', ADDRESS)
      expect(await send(unset, 'j1')).toEqual({ outcome: 'unset', replyCode: null })
      expect(await acts(unset)).toEqual(['juror-address-set'])
      const mail = await mailServer()
      const day = await aSessionDay(await newServer({ mail: mail.environment }))
      expect((await addresses(day)).isMailSet).toBe(true)
      expect(await send(day, 'j1')).toEqual({ outcome: 'no-address', replyCode: null })
      await expectProblem(
        await day.coordinator.post('mailEnrolmentLink', '', { sessionId: day.sessionId, jurorId: 'j9' }),
        404,
        'not-found',
      )
      expect(await acts(day)).toEqual([])
      expect(mail.received).toEqual([])
    })

    it('tells that the mail server refuses it, and is sent at the next try; no log says to whom', async () => {
      const mail = await mailServer()
      const { logger, lines } = aLogger()
      const server = await newServer({ mail: mail.environment, logger })
      const day = await aSessionDay(server)
      await setAddress(day, 'j1', ADDRESS)
      mail.refused.set(ADDRESS, 550)
      expect(await send(day, 'j1')).toEqual({ outcome: 'refused', replyCode: 550 })
      expect(await acts(day)).not.toContain('enrolment-link-mailed')
      expect((await addresses(day)).addresses).toEqual([{ jurorId: 'j1', email: ADDRESS, mailedAt: null }])
      mail.refused.clear()
      expect((await send(day, 'j1')).outcome).toBe('sent')
      const link = linkIn(mail.received[0]?.text ?? '')
      expect((await anEnrolledDevice(server.origin, link)).jurorId).toBe('j1')
      const log = lines.join('')
      expect(log).toContain('"cause":"EENVELOPE","replyCode":550')
      for (const secret of [ADDRESS, 'example.org', new URL(link).hash]) expect(log).not.toContain(secret)
    })

    it('tells that the mail server refuses the server’s own account, without its password', async () => {
      const mail = await mailServer({ account: ACCOUNT, password: 'un-ancien-secret' })
      const { logger, lines } = aLogger()
      const server = await newServer({ mail: mail.environment, logger })
      const day = await aSessionDay(server)
      await setAddress(day, 'j1', ADDRESS)
      expect(await send(day, 'j1')).toEqual({ outcome: 'sign-in-refused', replyCode: 535 })
      expect(lines.join('')).toContain('"cause":"EAUTH"')
      expect(lines.join('')).not.toContain('un-ancien-secret')
    })

    it('tells that no mail server answers', async () => {
      const closed = { SMTP_URL: `smtp://127.0.0.1:${await freePort()}`, MAIL_FROM: SENDER }
      const { logger, lines } = aLogger()
      const day = await aSessionDay(await newServer({ mail: closed, logger }))
      await setAddress(day, 'j1', ADDRESS)
      expect(await send(day, 'j1')).toEqual({ outcome: 'unreachable', replyCode: null })
      expect(lines.join('')).toContain('"cause":"ECONNREFUSED"')
    })
  })
})

function never(): never {
  throw new Error('no juror')
}
