import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareDatabase } from '../builders/prepare-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A SQLite file that each case copies, rather than make its like anew. */
    preparedFile: { file: string; coordinatorCookies: string }
  }
}

/** Prepares one file for all cases on SQLite. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'carnet-prepared-'))
  const coordinatorCookies = await prepareDatabase({ DATA_DIR: folder })
  project.provide('preparedFile', { file: join(folder, 'carnet.sqlite'), coordinatorCookies })
  return () => rm(folder, { recursive: true, force: true })
}
