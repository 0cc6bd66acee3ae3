import type { Kysely } from 'kysely'

/** Invented cases that a session's jurors score before the orals. Every statement can run again. */
export const calibrations = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('calibrations')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
      .addColumn('grid_hash', 'text', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addColumn('published_at', 'text', (column) => column.notNull())
      .execute()
  },
}
