import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openStorage } from '#server/storage/engine.ts'
import { migrateToLatest } from '#server/storage/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A SQLite file brought to the newest schema, otherwise empty: each case copies it, two thirds of the time a server takes to start on a new one. */
    migratedFile: string
  }
}

/** Migrates one file for all cases on SQLite; the servers of the other projects still migrate their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'carnet-migrated-'))
  const file = join(folder, 'carnet.sqlite')
  const storage = await openStorage({ engine: 'sqlite', file }, () => undefined)
  try {
    await migrateToLatest(storage)
  } finally {
    await storage.close()
  }
  project.provide('migratedFile', file)
  return () => rm(folder, { recursive: true, force: true })
}
