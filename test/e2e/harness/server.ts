import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ENTRY = join(import.meta.dirname, '../../../dist/server/main.mjs')
/** Below those the system gives to outgoing connections: a stopped server finds its own free again. */
const FIRST_PORT = 4800
const PORT_COUNT = 100
const START_LIMIT_MS = 30_000
const STOP_LIMIT_MS = 10_000

/** The real server, as a process of its own on a folder of its own. Its port and folder outlive it: start it again and nothing has moved. */
export interface ServerProcess {
  readonly origin: string
  readonly dataDir: string
  /** All it has printed since its last start. */
  output(): string
  /** Waits until it has printed a line that matches, and returns the match. */
  printed(pattern: RegExp): Promise<RegExpMatchArray>
  start(): Promise<void>
  /** Asks it to stop, as Ctrl+C would. */
  stop(): Promise<void>
  /** `kill -9`. */
  kill(): Promise<void>
  /** Stops it and removes its folder. */
  dispose(): Promise<void>
}

/**
 * Starts a server on a new folder; `demo` loads the demonstration session, `environment` holds other variables, read at each start. Resolves
 * once it answers.
 */
export async function startServer(options: { demo?: boolean; environment?: Record<string, string> } = {}): Promise<ServerProcess> {
  const { port, release } = await claimPort()
  const dataDir = await mkdtemp(join(tmpdir(), 'carnet-server-'))
  const origin = `http://localhost:${port}`
  let child: ChildProcess | null = null
  let output = ''

  async function start(): Promise<void> {
    output = ''
    const started = spawn(process.execPath, [ENTRY, ...(options.demo ? ['--demo'] : [])], {
      env: { ...process.env, ...options.environment, PORT: String(port), DATA_DIR: dataDir, HOST: '127.0.0.1', PUBLIC_URL: origin },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    const keep = (chunk: Buffer): void => {
      output += chunk.toString('utf8')
    }
    started.stdout.on('data', keep)
    started.stderr.on('data', keep)
    await waitFor(`the server to answer on ${origin}`, START_LIMIT_MS, async () => {
      if (hasEnded(started)) throw new Error(`the server ended with ${started.exitCode ?? started.signalCode}:\n${output}`)
      // Its own word first: another server that took the port would answer as well.
      return output.includes(origin) && (await isAnswering(origin))
    })
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const running = child
    child = null
    if (!running) return
    if (hasEnded(running)) throw new Error(`the server had ended by itself, with ${running.exitCode ?? running.signalCode}:\n${output}`)
    const ended = once(running, 'exit', { signal: AbortSignal.timeout(STOP_LIMIT_MS) })
    running.kill(signal)
    await ended
  }

  const server: ServerProcess = {
    origin,
    dataDir,
    output: () => output,
    async printed(pattern) {
      await waitFor(`the server to print ${pattern}`, START_LIMIT_MS, () => pattern.test(output))
      const match = output.match(pattern)
      if (!match) throw new Error(`printed, then gone: ${pattern}`)
      return match
    },
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async dispose() {
      try {
        await end('SIGKILL')
      } finally {
        release()
        await rm(dataDir, { recursive: true, force: true })
      }
    },
  }
  try {
    await start()
  } catch (error) {
    await server.dispose()
    throw error
  }
  return server
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

async function isAnswering(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/api/v1/health`, { signal: AbortSignal.timeout(2_000) })
    return answer.ok
  } catch {
    return false
  }
}

/** Repeats a question until it is answered yes; throws naming what was awaited once the limit has passed. */
export async function waitFor(what: string, limitMs: number, isDone: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + limitMs
  while (!(await isDone())) {
    if (Date.now() > deadline) throw new Error(`waited ${limitMs} ms for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/**
 * A port nobody listens on, and nobody else will until it is released: its server may stop and start again. The claim is a second port,
 * listened to meanwhile; files and runs that go side by side never get the same one, and the system takes it back from a killed run.
 */
async function claimPort(): Promise<{ port: number; release(): void }> {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORT_COUNT; port++) {
    const claim = await listen(port + PORT_COUNT)
    if (claim === null) continue
    const release = () => void claim.close()
    const probe = await listen(port)
    if (probe !== null) {
      await new Promise((resolve) => probe.close(resolve))
      return { port, release }
    }
    release()
  }
  throw new Error(`no free port from ${FIRST_PORT} to ${FIRST_PORT + PORT_COUNT - 1}`)
}

/** Null when somebody else does. */
function listen(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => resolve(server.unref()))
  })
}
