import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Data of a server that has loaded the demonstration: to make its supports is most of the work of such a first start. */
    demoData: string
    /** Profiles of tablets that have the app, made when first asked for. */
    tablets: string
  }
}

/** What many journeys begin with is made once, and copied by each. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'carnet-kept-'))
  const demoData = join(folder, 'demo')
  const tablets = join(folder, 'tablets')
  await mkdir(tablets)
  const server = await startServer({ demo: true })
  try {
    await server.stop()
    await cp(server.dataDir, demoData, { recursive: true })
  } finally {
    await server.dispose()
  }
  project.provide('demoData', demoData)
  project.provide('tablets', tablets)
  return () => rm(folder, { recursive: true, force: true })
}
