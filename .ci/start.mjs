import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensurePackages, ensureScripts } from './install.mjs'
import { allDone, ROOT, runMain } from './project.mjs'

// `npm start [-- --demo]`: installs and builds what is missing, then becomes the server.
await runMain(async () => {
  await ensurePackages()
  await allDone([ensureScripts(), ensureBuild()])
  const server = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'dist/server/main.mjs'), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => server.kill(signal))
  server.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
  })
})
