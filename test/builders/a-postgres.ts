import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

/** The address of a new empty database in the PostgreSQL server that all test files share. */
export function aPostgresDatabase(): Promise<string> {
  return newDatabase('template1')
}

/** The same, on which a server ran once (prepare-database.ts). */
export function aPreparedPostgresDatabase(): Promise<string> {
  return newDatabase(inject('preparedTemplate').name)
}

async function newDatabase(template: string): Promise<string> {
  const serverUrl = inject('postgresUrl')
  const name = `carnet_${randomBytes(8).toString('hex')}`
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    // Files copied whole cost half of what PostgreSQL's own default, page by page through its log, does.
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  } finally {
    await client.end()
  }
  return new URL(name, serverUrl).href
}
