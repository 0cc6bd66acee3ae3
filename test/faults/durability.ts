import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { z } from 'zod'
import { aServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { deliverByBatches, sealedLoad } from './rig/load.ts'
import { aFullDay } from './rig/room.ts'
import { traceServer } from './rig/traced-server.ts'

/** What the disk was asked for: `kill -9` shows that a receipt leaves after the commit, this shows that the commit reaches the disk. */
export interface Durability {
  journalMode: string
  /** 2 is FULL: the log is flushed at every commit. */
  synchronous: number
  deliveries: number
  /** Null when system calls cannot be counted here; `skipped` says why. */
  flushes: number | null
  skipped: string | null
}

const DELIVERIES = 20

/** Reads the pragmas back from the server's own connection, and counts flushes to disk while it takes deliveries one by one. */
export async function measureDurability(): Promise<Durability> {
  const pragmas = await readPragmas()
  const skipped = await whyNotTraced()
  const flushes = skipped === null ? await countFlushes() : null
  return { ...pragmas, deliveries: DELIVERIES, flushes, skipped }
}

/** At least one flush for each delivery that was acknowledged. */
export function isDurable({ journalMode, synchronous, flushes, deliveries }: Durability): boolean {
  return journalMode === 'wal' && synchronous === 2 && (flushes === null || flushes >= deliveries)
}

async function readPragmas(): Promise<Pick<Durability, 'journalMode' | 'synchronous'>> {
  const server = await aServer()
  try {
    const { db } = server.running().context.storage
    const mode = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db)
    const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(db)
    return {
      journalMode: z.string().parse(mode.rows[0]?.journal_mode),
      synchronous: z.number().parse(synchronous.rows[0]?.synchronous),
    }
  } finally {
    await server.dispose()
  }
}

async function whyNotTraced(): Promise<string | null> {
  try {
    await promisify(execFile)('strace', ['-qq', '-e', 'trace=none', 'true'])
    return null
  } catch (error) {
    return `strace cannot run here: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}`
  }
}

async function countFlushes(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'carnet-trace-'))
  const log = join(folder, 'calls')
  const server = await traceServer(log)
  try {
    const day = await aSessionDay({ origin: server.origin, running: () => ({ setupLink: server.setupLink }) }, aFullDay())
    const load = await sealedLoad(await day.device('j1'), DELIVERIES)
    const before = await countCalls(log)
    await deliverByBatches(server.origin, load, { batchSize: 1, connections: 1 })
    return (await countCalls(log)) - before
  } finally {
    await server.dispose()
    await rm(folder, { recursive: true, force: true })
  }
}

async function countCalls(log: string): Promise<number> {
  return (await readFile(log, 'utf8')).split('\n').filter((line) => /\bf(data)?sync\(/.test(line)).length
}
