import type { Kysely } from 'kysely'

/** Requests to reopen a notebook whose passphrase is forgotten, and their sealed answers. Every statement can run again. */
export const recovery = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('recoveries')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
      .addColumn('device_id', 'text', (column) => column.notNull().references('devices.id'))
      .addColumn('request', 'text', (column) => column.notNull())
      .addColumn('requested_at', 'text', (column) => column.notNull())
      .addColumn('answer', 'text')
      .addColumn('answered_at', 'text')
      .execute()
    await db.schema.createIndex('recoveries_by_session').ifNotExists().on('recoveries').columns(['session_id', 'requested_at']).execute()
  },
}
