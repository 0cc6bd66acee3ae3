import { afterAll, describe, inject } from 'vitest'
import { aMigratedPostgresDatabase } from '../builders/a-postgres.ts'
import { aServer, type Database, type ServerOptions, type TestServer } from '../builders/a-server.ts'

/** Starts a server on an engine, on a database of its own; closed at the end of the case's file. */
export type NewServer = (options?: ServerOptions) => Promise<TestServer>

/** Runs the same cases on a real SQLite and on a real PostgreSQL. */
export function onBothEngines(cases: (newServer: NewServer, engine: 'sqlite' | 'postgres') => void): void {
  describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
    const servers: TestServer[] = []
    afterAll(async () => {
      await Promise.all(servers.map((server) => server.dispose()))
    })
    cases(async (options = {}) => {
      const server = await aServer({ ...options, database: await database() })
      servers.push(server)
      return server
    }, engine)

    async function database(): Promise<Database> {
      if (engine === 'sqlite') return { copiedFrom: inject('migratedFile') }
      return { databaseUrl: await aMigratedPostgresDatabase() }
    }
  })
}
