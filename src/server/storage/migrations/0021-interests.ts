import type { Kysely } from 'kysely'

/** What jurors declare of their links with candidates, on their own devices. Every statement can run again. */
export const interests = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('interest_statements')
      .ifNotExists()
      .addColumn('envelope_id', 'text', (column) => column.primaryKey())
      .addColumn('receipt', 'text', (column) => column.notNull())
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
      .addColumn('device_id', 'text', (column) => column.notNull())
      .addColumn('juror_id', 'text', (column) => column.notNull())
      .addColumn('jws', 'text', (column) => column.notNull())
      .addColumn('stated_at', 'text', (column) => column.notNull())
      .addColumn('declarations', 'text', (column) => column.notNull())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('interest_statements_by_session').ifNotExists().on('interest_statements').column('session_id').execute()
  },
}
