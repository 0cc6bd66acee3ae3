import type { Kysely } from 'kysely'

/** Sessions as the desk prepares them. Every statement can run again. */
export const preparations = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('preparations')
      .ifNotExists()
      .addColumn('session_id', 'text', (column) => column.primaryKey())
      .addColumn('json', 'text', (column) => column.notNull())
      .addColumn('grids', 'text', (column) => column.notNull())
      .addColumn('identities', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .execute()
  },
}
