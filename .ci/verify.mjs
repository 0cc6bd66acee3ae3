import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstall } from './install.mjs'
import { ROOT, runMain } from './project.mjs'

// `npm run verify -- FILE [--cle THUMBPRINT]`: what the minutes in FILE prove. Needs no build, no server and no network.
await runMain(async () => {
  await ensureInstall()
  const { build } = await import('esbuild')
  const outfile = join(ROOT, 'dist/verify/main.mjs')
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/server/verify/main.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'warning',
  })
  /** @type {{ main: (args: string[]) => Promise<number> }} */
  const { main } = await import(pathToFileURL(outfile).href)
  process.exitCode = await main(process.argv.slice(2))
})
