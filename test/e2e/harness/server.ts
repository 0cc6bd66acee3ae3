import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { claimPort } from './port.ts'

const ENTRY = join(import.meta.dirname, '../../../dist/server/main.mjs')
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

export interface ServerProcessOptions {
  /** Loads the demonstration session. */
  demo?: boolean
  /** Other variables, read at each start. */
  environment?: Record<string, string>
  /** The data folder of a stopped server, to go on from. */
  copiedFrom?: string
}

/** Starts a server on a new folder. Resolves once it answers. */
export async function startServer(options: ServerProcessOptions = {}): Promise<ServerProcess> {
  const { port, release } = await claimPort()
  const dataDir = await mkdtemp(join(tmpdir(), 'carnet-server-'))
  if (options.copiedFrom !== undefined) await cp(options.copiedFrom, dataDir, { recursive: true })
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
