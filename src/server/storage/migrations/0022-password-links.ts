import type { Kysely } from 'kysely'

/** One-time links to a new password, of which only the token's hash is kept. Every statement can run again. */
export const passwordLinks = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('coordinator_password_links')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('coordinator_id', 'text', (column) => column.notNull().references('coordinators.id').onDelete('cascade'))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('closed_at', 'text')
      .execute()
    await db.schema
      .createIndex('coordinator_password_links_by_coordinator')
      .ifNotExists()
      .on('coordinator_password_links')
      .column('coordinator_id')
      .execute()
  },
}
