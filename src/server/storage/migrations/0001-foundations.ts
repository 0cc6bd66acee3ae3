import type { Kysely } from 'kysely'
import { accountTypes, bytesType, type Storage } from '../engine.ts'

/**
 * Every statement can run again: a failed SQLite migration is not rolled back by Kysely, so that starting again must finish the work.
 */
export function foundations(engine: Storage['engine']) {
  return {
    up: async (db: Kysely<unknown>): Promise<void> => {
      await createKeys(db)
      await createSessions(db, engine)
      await createDeliveries(db)
      await createJournal(db)
      await createAccounts(db, engine)
    },
  }
}

async function createKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('server_keys')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('public_jwk', 'text', (column) => column.notNull())
    .addColumn('private_key', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('setup_tokens')
    .ifNotExists()
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .execute()
}

async function createSessions(db: Kysely<unknown>, engine: Storage['engine']): Promise<void> {
  await db.schema
    .createTable('published_documents')
    .ifNotExists()
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addColumn('published_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('sessions')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('json', 'text', (column) => column.notNull())
    .addColumn('grids', 'text', (column) => column.notNull())
    .addColumn('imported_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('support_files')
    .ifNotExists()
    .addColumn('sha256', 'text', (column) => column.primaryKey())
    .addColumn('bytes', bytesType(engine), (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('enrolments')
    .ifNotExists()
    .addColumn('secret_hash', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
    .addColumn('juror_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .addColumn('device_id', 'text')
    .execute()
  await db.schema
    .createTable('devices')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
    .addColumn('juror_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('signing_jwk', 'text', (column) => column.notNull())
    .addColumn('sealing_jwk', 'text', (column) => column.notNull())
    .addColumn('enrolled_at', 'text', (column) => column.notNull())
    .addColumn('last_seen_at', 'text')
    .addColumn('readiness', 'text')
    .execute()
  await db.schema.createIndex('devices_by_session').ifNotExists().on('devices').column('session_id').execute()
}

async function createDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sheets')
    .ifNotExists()
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('sheet_id', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
    .addColumn('oral_id', 'text', (column) => column.notNull())
    .addColumn('juror_id', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull().references('devices.id'))
    .addColumn('chain_index', 'integer', (column) => column.notNull())
    .addColumn('previous', 'text')
    .addColumn('presence', 'text', (column) => column.notNull())
    .addColumn('part_verdict', 'text')
    .addColumn('part_proposal', 'text')
    .addColumn('sections', 'text', (column) => column.notNull())
    .addColumn('jws', 'text', (column) => column.notNull())
    .addColumn('signed_at', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('sheets_by_session').ifNotExists().on('sheets').column('session_id').execute()
  await db.schema.createIndex('sheets_by_sheet').ifNotExists().on('sheets').column('sheet_id').execute()
  await db.schema
    .createTable('envelopes')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('jwe', 'text', (column) => column.notNull())
    .addColumn('sheet_hash', 'text', (column) => column.notNull().references('sheets.hash'))
    .addColumn('receipt', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('envelopes_by_sheet').ifNotExists().on('envelopes').column('sheet_hash').execute()
  await db.schema
    .createTable('refusals')
    .ifNotExists()
    .addColumn('envelope_id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('refusals_by_session').ifNotExists().on('refusals').columns(['session_id', 'at']).execute()
}

async function createJournal(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('journal')
    .ifNotExists()
    .addColumn('index', 'integer', (column) => column.primaryKey())
    .addColumn('previous', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('journal_head')
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('next_index', 'integer', (column) => column.notNull())
    .addColumn('last_hash', 'text')
    .execute()
  await (db as Kysely<{ journal_head: { id: number; next_index: number; last_hash: string | null } }>)
    .insertInto('journal_head')
    .values({ id: 1, next_index: 0, last_hash: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** better-auth's core tables (its `getAuthTables`), under our names. */
async function createAccounts(db: Kysely<unknown>, engine: Storage['engine']): Promise<void> {
  const { date, boolean } = accountTypes(engine)
  await db.schema
    .createTable('coordinators')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('emailVerified', boolean, (column) => column.notNull())
    .addColumn('image', 'text')
    .addColumn('createdAt', date, (column) => column.notNull())
    .addColumn('updatedAt', date, (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('coordinator_sessions')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('expiresAt', date, (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('createdAt', date, (column) => column.notNull())
    .addColumn('updatedAt', date, (column) => column.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('userId', 'text', (column) => column.notNull().references('coordinators.id').onDelete('cascade'))
    .execute()
  await db.schema.createIndex('coordinator_sessions_userId_idx').ifNotExists().on('coordinator_sessions').column('userId').execute()
  await db.schema
    .createTable('coordinator_credentials')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('accountId', 'text', (column) => column.notNull())
    .addColumn('providerId', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull().references('coordinators.id').onDelete('cascade'))
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', date)
    .addColumn('refreshTokenExpiresAt', date)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', date, (column) => column.notNull())
    .addColumn('updatedAt', date, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('coordinator_credentials_userId_idx').ifNotExists().on('coordinator_credentials').column('userId').execute()
  await db.schema
    .createTable('coordinator_verifications')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expiresAt', date, (column) => column.notNull())
    .addColumn('createdAt', date, (column) => column.notNull())
    .addColumn('updatedAt', date, (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('coordinator_verifications_identifier_idx')
    .ifNotExists()
    .on('coordinator_verifications')
    .column('identifier')
    .execute()
}
