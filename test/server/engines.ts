import { afterAll, describe, inject } from 'vitest'
import { aPostgresDatabase, aPreparedPostgresDatabase } from '../builders/a-postgres.ts'
import { aServer, type Database, type ServerOptions, type TestServer } from '../builders/a-server.ts'

/** Starts a server on an engine, on a database of its own; closed at the end of the case's file. `isNew`: nobody has an account yet. */
export type NewServer = (options?: ServerOptions & { isNew?: boolean }) => Promise<TestServer>

/** Runs the same cases on a real SQLite and on a real PostgreSQL. */
export function onBothEngines(cases: (newServer: NewServer, engine: 'sqlite' | 'postgres') => void): void {
  describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
    const servers: TestServer[] = []
    afterAll(async () => {
      await Promise.all(servers.map((server) => server.dispose()))
    })
    cases(async ({ isNew = false, ...options } = {}) => {
      const database = isNew ? await newDatabase() : await preparedDatabase()
      const server = await aServer({ ...options, ...(database && { database }) })
      servers.push(server)
      return server
    }, engine)

    async function newDatabase(): Promise<Database | undefined> {
      return engine === 'sqlite' ? undefined : { databaseUrl: await aPostgresDatabase() }
    }

    async function preparedDatabase(): Promise<Database> {
      if (engine === 'postgres') {
        const { coordinatorCookies } = inject('preparedTemplate')
        return { databaseUrl: await aPreparedPostgresDatabase(), coordinatorCookies }
      }
      const { file, coordinatorCookies } = inject('preparedFile')
      return { copiedFrom: file, coordinatorCookies }
    }
  })
}
