import type { Kysely } from 'kysely'

/** Where a juror's enrolment link is sent. Every statement can run again. */
export const jurorAddresses = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('juror_addresses')
      .ifNotExists()
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
      .addColumn('juror_id', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('mailed_at', 'text')
      .addPrimaryKeyConstraint('juror_addresses_pk', ['session_id', 'juror_id'])
      .execute()
  },
}
