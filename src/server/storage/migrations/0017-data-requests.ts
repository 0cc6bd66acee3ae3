import type { Kysely } from 'kysely'

/** What candidates asked about their data, and what became of it. Every statement can run again. */
export const dataRequests = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('data_requests')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
      .addColumn('candidate_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('received_on', 'text', (column) => column.notNull())
      .addColumn('due_on', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text')
      .addColumn('reason', 'text')
      .addColumn('decided_at', 'text')
      .execute()
  },
}
