import type { Kysely } from 'kysely'

/**
 * What the desk adds to decisions: the certifier's settings, whether comments are released, civil identities, deposits to the skills
 * passport and what became of each. Every statement can run again.
 */
export const results = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('desk_settings')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('json', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('comment_releases')
      .ifNotExists()
      .addColumn('session_id', 'text', (column) => column.primaryKey().references('sessions.id'))
      .addColumn('released', 'integer', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('civil_identities')
      .ifNotExists()
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
      .addColumn('candidate_id', 'text', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('civil_identities_pk', ['session_id', 'candidate_id'])
      .execute()
    await db.schema
      .createTable('passport_deposits')
      .ifNotExists()
      .addColumn('flow_id', 'text', (column) => column.primaryKey())
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
      .addColumn('xml', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('passport_passages')
      .ifNotExists()
      .addColumn('flow_id', 'text', (column) => column.notNull().references('passport_deposits.flow_id'))
      .addColumn('technical_id', 'text', (column) => column.notNull())
      .addColumn('candidate_id', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('messages', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('passport_passages_pk', ['flow_id', 'technical_id'])
      .execute()
  },
}
