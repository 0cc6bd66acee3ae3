import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../builders/a-free-port.ts'
import { waitFor } from '../../e2e/harness/server.ts'

const ENTRY = join(import.meta.dirname, '../../../dist/server/main.mjs')
const START_LIMIT_MS = 60_000

/** The real server under strace, which writes each flush to disk into a file as it happens. */
export async function traceServer(log: string) {
  const dataDir = await mkdtemp(join(tmpdir(), 'carnet-traced-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  // Its own group: the tracer alone would leave the server behind.
  const child = spawn('strace', ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', log, process.execPath, ENTRY], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, HOST: '127.0.0.1', PUBLIC_URL: origin },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8')
  })
  const link = /http\S+\/coordination\/premiere-connexion#\S+/
  await waitFor('the traced server to print its first link', START_LIMIT_MS, () => link.test(output))
  return {
    origin,
    setupLink: output.match(link)?.[0] ?? null,
    dispose: async () => {
      const ended = once(child, 'exit')
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
