import type { Kysely } from 'kysely'

/** Mandates issued for a session. Every statement can run again. */
export const mandates = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('mandates')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('panel_id', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('jws', 'text', (column) => column.notNull())
      .addColumn('issued_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('mandates_by_session').ifNotExists().on('mandates').column('session_id').execute()
  },
}
