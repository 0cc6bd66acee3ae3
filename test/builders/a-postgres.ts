import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

/** The address of a new empty database in the PostgreSQL server that all test files share. */
export async function aPostgresDatabase(): Promise<string> {
  const serverUrl = inject('postgresUrl')
  const name = `carnet_${randomBytes(8).toString('hex')}`
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name}`)
  } finally {
    await client.end()
  }
  return new URL(name, serverUrl).href
}
