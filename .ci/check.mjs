import { pathToFileURL } from 'node:url'
import { ensureInstall } from './install.mjs'
import { findLayerFaults } from './layers.mjs'
import { ROOT, runMain, runTool, StepFailed } from './project.mjs'

/** Types, lint, format, unused code and dependencies, import directions. Runs them all, then tells which failed. */
export async function check() {
  /** @type {[name: string, step: () => Promise<boolean>][]} */
  const steps = [
    // More checkers a project work out the same types several times over: twice the processor time.
    ['types', async () => (await runTool('tsc', ['-b', '--checkers', '1'])) === 0],
    ['lint and format', async () => (await runTool('biome', ['check', '--error-on-warnings'])) === 0],
    ['unused code and dependencies', async () => (await runTool('knip', ['--treat-config-hints-as-errors'])) === 0],
    ['import directions', async () => hasNoLayerFault()],
  ]
  const failed = []
  for (const [name, step] of steps) {
    const passed = await step()
    console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`)
    if (!passed) failed.push(name)
  }
  if (failed.length > 0) throw new StepFailed(`npm run check failed: ${failed.join(', ')}.`)
}

function hasNoLayerFault() {
  const faults = findLayerFaults(ROOT)
  for (const fault of faults) console.error(fault)
  return faults.length === 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await ensureInstall()
    await check()
  })
}
