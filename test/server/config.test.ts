import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, type Environment, readConfig } from '#server/config.ts'

describe('the configuration', () => {
  it('needs nothing: port 4173, ./data, SQLite, opened on localhost', () => {
    expect(readConfig({})).toEqual({
      host: '0.0.0.0',
      port: 4173,
      dataDir: resolve('data'),
      database: { engine: 'sqlite', file: resolve('data/carnet.sqlite') },
      publicUrl: 'http://localhost:4173',
      trustedProxies: [],
      mail: null,
      logLevel: 'warn',
    })
  })

  it('takes an empty variable as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}))
  })

  it('reads each variable', () => {
    const config = readConfig({
      PORT: '8080',
      HOST: '127.0.0.1',
      DATA_DIR: '/srv/carnet',
      DATABASE_URL: 'postgres://carnet:secret@db:5432/carnet',
      PUBLIC_URL: 'https://jury.example.org/',
      TRUST_PROXY: '10.0.0.1, 10.0.0.2',
      SMTP_URL: 'smtps://carnet%40example.org:s%3Acret@mail.example.org:465',
      MAIL_FROM: 'Centre d’examen <examens@example.org>',
      LOG_LEVEL: 'info',
    })
    expect(config).toEqual({
      host: '127.0.0.1',
      port: 8080,
      dataDir: '/srv/carnet',
      database: { engine: 'postgres', url: 'postgres://carnet:secret@db:5432/carnet' },
      publicUrl: 'https://jury.example.org',
      trustedProxies: ['10.0.0.1', '10.0.0.2'],
      mail: {
        server: { host: 'mail.example.org', port: 465, security: 'tls', account: { user: 'carnet@example.org', password: 's:cret' } },
        sender: { name: 'Centre d’examen', address: 'examens@example.org' },
      },
      logLevel: 'info',
    })
  })

  it('names every bad value at once, and never repeats the database’s password', () => {
    const problems = problemsOf({
      PORT: 'ouverte',
      DATABASE_URL: 'mysql://carnet:secret@db/carnet',
      PUBLIC_URL: 'https://a.example/jury',
      LOG_LEVEL: 'tout',
    })
    expect(problems.map((problem) => problem.split(' : ')[0])).toEqual(['PORT', 'DATABASE_URL', 'PUBLIC_URL', 'LOG_LEVEL'])
    expect(problems.join()).not.toContain('secret')
  })

  it.each(['localhost', 'ftp://jury.example.org', 'https://jury.example.org/salle', 'https://jury.example.org/?x=1'])(
    'refuses %s as the public address',
    (address) => {
      expect(problemsOf({ PUBLIC_URL: address })).toHaveLength(1)
    },
  )

  it.each(['0', '65536', '-1', '12.5'])('refuses port %s', (port) => {
    expect(problemsOf({ PORT: port })).toHaveLength(1)
  })

  it.each([
    ['smtps://mail.example.org', { port: 465, security: 'tls', account: null }],
    ['smtp://mail.example.org', { port: 587, security: 'starttls', account: null }],
    ['smtp://mail.example.org:25?ignoreTLS=true', { port: 25, security: 'none', account: null }],
    ['smtp://localhost:1025', { host: 'localhost', port: 1025, security: 'none' }],
    ['smtp://[::1]:1025', { host: '::1', port: 1025, security: 'none' }],
  ])('hands e-mail to %s, in the open only where it was asked for or on this machine', (SMTP_URL, server) => {
    expect(readConfig({ SMTP_URL, MAIL_FROM: 'examens@example.org' }).mail).toMatchObject({
      server,
      sender: { name: '', address: 'examens@example.org' },
    })
  })

  it.each([
    'mail.example.org',
    'https://secret@mail.example.org',
    'smtps://user:secret@',
    'smtps://user@mail.example.org',
    'smtps://user:secret%@mail.example.org',
    'smtp://mail.example.org:0',
    'smtp://mail.example.org/secret',
    'smtps://mail.example.org?ignoreTLS=true',
    'smtp://mail.example.org?tls=secret',
  ])('refuses %s as the mail server, and does not repeat it', (SMTP_URL) => {
    const problems = problemsOf({ SMTP_URL, MAIL_FROM: 'examens@example.org' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^SMTP_URL : écrivez une adresse comme smtps:/)
    expect(problems[0]).not.toContain('secret')
  })

  it.each(['examens', 'Centre <examens>', 'a@example.org, b@example.org', 'Centre <a@example.org>\r\nBcc: b@example.org'])(
    'refuses %j as the sender',
    (MAIL_FROM) => {
      expect(problemsOf({ SMTP_URL: 'smtp://localhost', MAIL_FROM })).toEqual([expect.stringMatching(/^MAIL_FROM : /)])
    },
  )

  it.each([
    ['MAIL_FROM', { SMTP_URL: 'smtp://localhost' }],
    ['SMTP_URL', { MAIL_FROM: 'examens@example.org' }],
  ])('asks for %s where the other half is set, beside what else is wrong', (missing, given) => {
    expect(problemsOf({ ...given, PORT: 'ouverte' }).map((problem) => problem.split(' : ')[0])).toEqual(['PORT', missing])
  })
})

function problemsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}
