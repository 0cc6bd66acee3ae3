import { parseArgs } from 'node:util'
import { ensureBuild } from './build.mjs'
import { ensureInstall } from './install.mjs'
import { ROOT, runMain } from './project.mjs'

// `npm run bench -- [NAME…] [--json FILE]`: the benches are TypeScript of test/bench, run by Vite.
await runMain(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })
  await ensureInstall()
  await ensureBuild()
  const { runnerImport } = await import('vite')
  /** @type {{ module: { main: (names: string[], jsonFile: string | null) => Promise<void> } }} */
  const { module } = await runnerImport('/test/bench/main.ts', { configFile: false, root: ROOT, logLevel: 'error' })
  await module.main(positionals, values.json ?? null)
})
