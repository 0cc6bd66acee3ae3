import { parseArgs } from 'node:util'
import { ensureBuild } from './build.mjs'
import { ensureInstall } from './install.mjs'
import { ROOT, runMain, StepFailed } from './project.mjs'

// `npm run faults -- [--runs N] [--json FILE] [--only NAME]… [--seed S]`: TypeScript of test/faults, run by Vite.
await runMain(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '50' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'string' },
    },
  })
  const runs = Number(values.runs)
  const seed = Number(values.seed)
  if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) throw new StepFailed('--runs and --seed take whole numbers.')
  await ensureInstall()
  await ensureBuild()
  const { runnerImport } = await import('vite')
  /** @type {{ module: { main: (options: { runs: number, seed: number, only: string[], jsonFile: string | null }) => Promise<boolean> } }} */
  const { module } = await runnerImport('/test/faults/main.ts', { configFile: false, root: ROOT, logLevel: 'error' })
  const isSound = await module.main({ runs, seed, only: values.only, jsonFile: values.json ?? null })
  if (!isSound) throw new StepFailed('A fault was not survived, or a control saw nothing: see the lines above.')
})
