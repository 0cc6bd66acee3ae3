import type { Kysely } from 'kysely'

/** The panels' decisions while they deliberate at the desk, their minutes and the members' signatures. Every statement can run again. */
export const minutes = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('decision_drafts')
      .ifNotExists()
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
      .addColumn('oral_id', 'text', (column) => column.notNull())
      .addColumn('panel_id', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addColumn('recorded_at', 'text', (column) => column.notNull())
      .addColumn('recorded_by', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('decision_drafts_pk', ['session_id', 'oral_id'])
      .execute()
    await db.schema
      .createTable('minutes')
      .ifNotExists()
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
      .addColumn('panel_id', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('amends', 'text')
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .addColumn('journal_index', 'integer', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('minutes_by_session').ifNotExists().on('minutes').columns(['session_id', 'received_at']).execute()
    await db.schema
      .createTable('minutes_signatures')
      .ifNotExists()
      .addColumn('minutes_hash', 'text', (column) => column.notNull().references('minutes.hash'))
      .addColumn('juror_id', 'text', (column) => column.notNull())
      .addColumn('device_id', 'text', (column) => column.notNull().references('devices.id'))
      .addColumn('detached', 'text', (column) => column.notNull())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('minutes_signatures_pk', ['minutes_hash', 'juror_id', 'device_id'])
      .execute()
    await db.schema
      .createTable('minutes_envelopes')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('jwe', 'text', (column) => column.notNull())
      .addColumn('minutes_hash', 'text', (column) => column.notNull().references('minutes.hash'))
      .addColumn('receipt', 'text', (column) => column.notNull())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .execute()
  },
}
