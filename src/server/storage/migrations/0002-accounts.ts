import type { Kysely } from 'kysely'
import { accountTypes, type Storage } from '../engine.ts'

/** Roles, deactivation, second factors, passkeys, invitations and the waits of slowed sign-ins. Every statement can run again. */
export function accounts(engine: Storage['engine']) {
  return {
    up: async (db: Kysely<unknown>): Promise<void> => {
      await extendCoordinators(db, engine)
      await createSecondFactors(db, engine)
      await createPasskeys(db, engine)
      await createInvitations(db)
      await createSignInWaits(db)
    },
  }
}

/** Accounts made before roles could do everything: they are the administrators. */
async function extendCoordinators(db: Kysely<unknown>, engine: Storage['engine']): Promise<void> {
  const tables = await db.introspection.getTables()
  const present = new Set(tables.find((table) => table.name === 'coordinators')?.columns.map((column) => column.name))
  const { boolean } = accountTypes(engine)
  if (!present.has('role'))
    await db.schema
      .alterTable('coordinators')
      .addColumn('role', 'text', (column) => column.notNull().defaultTo('administrator'))
      .execute()
  if (!present.has('deactivatedAt')) await db.schema.alterTable('coordinators').addColumn('deactivatedAt', 'text').execute()
  if (!present.has('twoFactorEnabled')) await db.schema.alterTable('coordinators').addColumn('twoFactorEnabled', boolean).execute()
}

/** better-auth's twoFactor plugin's table, under our name. */
async function createSecondFactors(db: Kysely<unknown>, engine: Storage['engine']): Promise<void> {
  const { date, boolean } = accountTypes(engine)
  await db.schema
    .createTable('coordinator_second_factors')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('backupCodes', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull().references('coordinators.id').onDelete('cascade'))
    .addColumn('verified', boolean)
    .addColumn('failedVerificationCount', 'integer')
    .addColumn('lockedUntil', date)
    .execute()
  await db.schema
    .createIndex('coordinator_second_factors_userId_idx')
    .ifNotExists()
    .on('coordinator_second_factors')
    .column('userId')
    .execute()
}

/** The passkey plugin's table, under our name. */
async function createPasskeys(db: Kysely<unknown>, engine: Storage['engine']): Promise<void> {
  const { date, boolean } = accountTypes(engine)
  await db.schema
    .createTable('coordinator_passkeys')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text')
    .addColumn('publicKey', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull().references('coordinators.id').onDelete('cascade'))
    .addColumn('credentialID', 'text', (column) => column.notNull().unique())
    .addColumn('counter', 'bigint', (column) => column.notNull())
    .addColumn('deviceType', 'text', (column) => column.notNull())
    .addColumn('backedUp', boolean, (column) => column.notNull())
    .addColumn('transports', 'text')
    .addColumn('createdAt', date)
    .addColumn('aaguid', 'text')
    .execute()
  await db.schema.createIndex('coordinator_passkeys_userId_idx').ifNotExists().on('coordinator_passkeys').column('userId').execute()
}

async function createInvitations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('coordinator_invitations')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .execute()
}

async function createSignInWaits(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sign_in_waits')
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('last_failed_at', 'text', (column) => column.notNull())
    .addColumn('wait_until', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('sign_in_waits_by_time').ifNotExists().on('sign_in_waits').column('last_failed_at').execute()
}
