import type { Kysely } from 'kysely'

/**
 * Jurors' addresses that came with the tables of a session not yet published. Can run again: a column cannot be added « if not exists » on
 * both engines.
 */
export const addressesAside = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    const tables = await db.introspection.getTables()
    const preparations = tables.find(({ name }) => name === 'preparations')
    if (preparations?.columns.some(({ name }) => name === 'addresses')) return
    await db.schema
      .alterTable('preparations')
      .addColumn('addresses', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute()
  },
}
