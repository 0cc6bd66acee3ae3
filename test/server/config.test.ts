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
      LOG_LEVEL: 'info',
    })
    expect(config).toEqual({
      host: '127.0.0.1',
      port: 8080,
      dataDir: '/srv/carnet',
      database: { engine: 'postgres', url: 'postgres://carnet:secret@db:5432/carnet' },
      publicUrl: 'https://jury.example.org',
      trustedProxies: ['10.0.0.1', '10.0.0.2'],
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
