import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { jurorAddressesSchema, linkMailedSchema } from '#contract/juror-mail.ts'
import { anAuthority, type TestAuthority } from '../builders/a-certificate.ts'
import { aJournalReading } from '../builders/a-journal-reading.ts'
import { aMailServer, type MailServer, type MailServerOptions, NOT_LOOPBACK } from '../builders/a-mail-server.ts'
import { aServer, signIn } from '../builders/a-server.ts'
import { aDayOf, aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { anEnrolledDevice } from '../builders/an-enrolled-device.ts'
import { startServer } from '../e2e/harness/server.ts'

const ADDRESS = 'agnes.dumas@example.org'
const ACCOUNT = { user: 'carnet@example.org', password: 'p@sse: secret' }
const HERE = ['127.0.0.1', '::ffff:7f00:1']

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function mailServer(options: MailServerOptions): Promise<MailServer> {
  const server = await aMailServer(options)
  cleanups.push(() => server.close())
  return server
}

/** The file an authority is trusted by. */
async function trustIn(authority: TestAuthority): Promise<{ NODE_EXTRA_CA_CERTS: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'carnet-authority-'))
  cleanups.push(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'authority.pem')
  await writeFile(file, authority.cert)
  return { NODE_EXTRA_CA_CERTS: file }
}

/** A server in a process of its own, since a process reads once whom it trusts, and a juror's address in it. */
async function aProcessDay(environment: Record<string, string>) {
  const server = await startServer({ environment })
  cleanups.push(() => server.dispose())
  const [setupLink] = await server.printed(/http\S+premiere-connexion#\S+/)
  const day = await aSessionDay({ origin: server.origin, running: () => ({ setupLink }) })
  await writeAddress(day)
  return { server, day }
}

type Day = Pick<SessionDay, 'coordinator' | 'sessionId'>

async function writeAddress({ coordinator, sessionId }: Day): Promise<void> {
  expect((await coordinator.post('setJurorAddress', { email: ADDRESS }, { sessionId, jurorId: 'j1' })).status).toBe(204)
}

async function send({ coordinator, sessionId }: Day) {
  return linkMailedSchema.parse(await (await coordinator.post('mailEnrolmentLink', '', { sessionId, jurorId: 'j1' })).json())
}

/** No message, no password reached the mail server; the address waits for the next try; the log holds nothing of what was to be sent. */
async function expectNothingLeft({ coordinator, sessionId }: Day, mail: MailServer, log: string): Promise<void> {
  expect(mail.received).toEqual([])
  expect(mail.passwords).toEqual([])
  const { addresses } = jurorAddressesSchema.parse(await (await coordinator.get('jurorAddresses', { sessionId })).json())
  expect(addresses).toEqual([{ jurorId: 'j1', email: ADDRESS, mailedAt: null }])
  const { rows } = await aJournalReading(coordinator)
  expect(rows.map(({ act }) => act)).not.toContain('enrolment-link-mailed')
  for (const secret of [ADDRESS, ACCOUNT.password, '/salle/']) expect(log).not.toContain(secret)
}

describe('a mail server that speaks TLS', () => {
  it.each(['start', 'starttls'] as const)('from %s, is told nothing until its authority is trusted; the link then leaves', async (from) => {
    const authority = await anAuthority()
    const tls = { from, ...(await authority.issue({ addresses: HERE })) }
    const mail = await mailServer({ account: ACCOUNT, tls })
    const environment: Record<string, string> = { ...mail.environment }
    const { server, day } = await aProcessDay(environment)
    expect(await send(day)).toEqual({ outcome: 'not-secure', replyCode: null })
    await server.printed(/"cause":"UNABLE_TO_VERIFY_LEAF_SIGNATURE"/)
    await expectNothingLeft(day, mail, server.output())

    Object.assign(environment, await trustIn(authority))
    await server.stop()
    await server.start()
    const trusting = aDayOf(day.server, await signIn(server), day.sessionId)
    expect(await send(trusting)).toEqual({ outcome: 'sent', replyCode: null })
    expect(mail.passwords).toEqual([ACCOUNT.password])
    const [received] = mail.received
    expect(received).toMatchObject({ to: [ADDRESS], isSecure: true })
    const link = received?.text.match(/^http\S+$/m)?.[0] ?? ''
    expect((await anEnrolledDevice(server.origin, link)).jurorId).toBe('j1')
  })

  it.each([
    { from: 'start', made: { name: 'courrier.example.org' }, cause: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    { from: 'starttls', made: { addresses: HERE, lastedUntil: new Date(Date.now() - 60_000) }, cause: 'CERT_HAS_EXPIRED' },
  ] as const)('from $from, is told nothing when a trusted authority’s certificate is not right: $cause', async ({ from, made, cause }) => {
    const authority = await anAuthority()
    const mail = await mailServer({ account: ACCOUNT, tls: { from, ...(await authority.issue(made)) } })
    // Even where the whole process was told not to look at certificates.
    const careless = { NODE_TLS_REJECT_UNAUTHORIZED: '0' }
    const { server, day } = await aProcessDay({ ...mail.environment, ...careless, ...(await trustIn(authority)) })
    expect(await send(day)).toEqual({ outcome: 'not-secure', replyCode: null })
    await server.printed(new RegExp(`"cause":"${cause}"`))
    await expectNothingLeft(day, mail, server.output())
  })
})

describe('a mail server without TLS where it is required', () => {
  it.each([
    ['STARTTLS', 'smtp://', 'ETLS'],
    ['TLS from the start', 'smtps://', 'ERR_SSL_WRONG_VERSION_NUMBER'],
  ])('is told neither the password nor the link: %s', async (_required, scheme, cause) => {
    const mail = await mailServer({ account: ACCOUNT })
    const SMTP_URL = mail.environment.SMTP_URL.replace('smtp://', scheme).replace('127.0.0.1', NOT_LOOPBACK)
    const lines: string[] = []
    const logger = { level: 'info', stream: { write: (line: string) => lines.push(line) } }
    const server = await aServer({ mail: { ...mail.environment, SMTP_URL }, logger })
    cleanups.push(() => server.dispose())
    const day = await aSessionDay(server)
    await writeAddress(day)
    expect((await send(day)).outcome).toBe('not-secure')
    expect(lines.join('')).toContain(`"cause":"${cause}"`)
    await expectNothingLeft(day, mail, lines.join(''))
  })
})
