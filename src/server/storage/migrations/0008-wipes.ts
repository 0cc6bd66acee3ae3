import type { Kysely } from 'kysely'

/** How long devices keep a session, and the statements of those that wiped it. Every statement can run again. */
export const wipes = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('session_retentions')
      .ifNotExists()
      .addColumn('session_id', 'text', (column) => column.primaryKey().references('sessions.id'))
      .addColumn('days', 'integer', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('wipes')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
      .addColumn('device_id', 'text', (column) => column.notNull().references('devices.id'))
      .addColumn('jws', 'text', (column) => column.notNull())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('wipes_by_session').ifNotExists().on('wipes').column('session_id').execute()
  },
}
