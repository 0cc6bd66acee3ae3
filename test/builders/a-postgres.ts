import { randomBytes } from 'node:crypto'
import { Pool } from 'pg'
import { inject } from 'vitest'

/** The address of a new empty database in the PostgreSQL server that all test files share. */
export function aPostgresDatabase(): Promise<string> {
  return newDatabase('template1')
}

/** The same, on which a server ran once (prepare-database.ts). */
export function aPreparedPostgresDatabase(): Promise<string> {
  return newDatabase(inject('preparedTemplate').name)
}

/** One connection for all the databases this process creates: to open one costs as much as to create one. */
let creating: Pool | null = null

async function newDatabase(template: string): Promise<string> {
  const serverUrl = inject('postgresUrl')
  const name = `carnet_${randomBytes(8).toString('hex')}`
  creating ??= new Pool({ connectionString: serverUrl, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true })
  // Files copied whole cost half of what PostgreSQL's own default, page by page through its log, does.
  await creating.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  return new URL(name, serverUrl).href
}
