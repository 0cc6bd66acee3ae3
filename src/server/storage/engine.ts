import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { type ColumnDataType, Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely'
import pg from 'pg'
import type { DatabaseConfig } from '../config.ts'
import type { Tables } from './schema.ts'

/**
 * Everything in which SQLite and PostgreSQL differ for us, and nothing else: how they are opened, two column types, and how one process
 * tells the others that a session has changed.
 */
export type Db = Kysely<Tables>

export interface Storage {
  engine: 'sqlite' | 'postgres'
  db: Db
  /** Tells every server process that a session's board has changed. */
  announceChange: (sessionId: string) => Promise<void>
  /** Calls back for every announced change, from any process. */
  onChange: (listener: (sessionId: string) => void) => void
  close: () => Promise<void>
}

const BUSY_TIMEOUT_MS = 10_000
const CHANNEL = 'carnet_session_changed'

/** Opens the database. Throws when it cannot be reached; a connection lost later is told to `onLost`, and replaced when next needed. */
export async function openStorage(config: DatabaseConfig, onLost: (error: Error) => void): Promise<Storage> {
  return config.engine === 'sqlite' ? openSqlite(config.file) : openPostgres(config.url, onLost)
}

/** Bytes, as each engine names them. */
export function bytesType(engine: Storage['engine']): ColumnDataType {
  return engine === 'sqlite' ? 'blob' : 'bytea'
}

/** What better-auth expects of its dates and booleans. */
export function accountTypes(engine: Storage['engine']): { date: ColumnDataType; boolean: ColumnDataType } {
  return engine === 'sqlite' ? { date: 'date', boolean: 'integer' } : { date: 'timestamptz', boolean: 'boolean' }
}

/** Acknowledged means durable: WAL with synchronous=FULL flushes the log to disk at every commit. */
function openSqlite(file: string): Storage {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const database = new SqliteDatabase(file)
  chmodSync(file, 0o600)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  const listeners: ((sessionId: string) => void)[] = []
  return {
    engine: 'sqlite',
    db,
    announceChange: async (sessionId) => {
      for (const listener of listeners) listener(sessionId)
    },
    onChange: (listener) => listeners.push(listener),
    close: () => db.destroy(),
  }
}

async function openPostgres(url: string, onLost: (error: Error) => void): Promise<Storage> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  pool.on('error', onLost)
  const listeners: ((sessionId: string) => void)[] = []
  const heard = (sessionId: string) => {
    for (const listener of listeners) listener(sessionId)
  }
  const subscriber = await subscribe(url, heard, onLost)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    engine: 'postgres',
    db,
    announceChange: async (sessionId) => {
      await sql`select pg_notify(${CHANNEL}, ${sessionId})`.execute(db)
    },
    onChange: (listener) => listeners.push(listener),
    close: async () => {
      await subscriber.end()
      await db.destroy()
    },
  }
}

const RESUBSCRIBE_DELAY_MS = 1_000

/** Listens on its own connection; when that is cut, listens again until it works, since boards only need to hear of later changes. */
async function subscribe(
  url: string,
  heard: (sessionId: string) => void,
  onLost: (error: Error) => void,
): Promise<{ end: () => Promise<void> }> {
  let ended = false
  let client = await connect()
  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: url })
    next.on('notification', ({ payload }) => payload && heard(payload))
    next.on('error', (error) => {
      if (ended) return
      onLost(error)
      reconnectLater()
    })
    await next.connect()
    await next.query(`listen ${CHANNEL}`)
    return next
  }
  function reconnectLater(): void {
    setTimeout(() => {
      if (ended) return
      connect().then(
        (next) => {
          client = next
        },
        (error: Error) => {
          onLost(error)
          reconnectLater()
        },
      )
    }, RESUBSCRIBE_DELAY_MS).unref()
  }
  return {
    end: async () => {
      ended = true
      await client.end()
    },
  }
}
