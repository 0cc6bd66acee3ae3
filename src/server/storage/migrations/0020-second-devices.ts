import type { Kysely } from 'kysely'

/** Devices that opened an enrolment file already used. Every statement can run again. */
export const secondDevices = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('second_devices')
      .ifNotExists()
      .addColumn('device_id', 'text', (column) => column.primaryKey())
      .addColumn('session_id', 'text', (column) => column.notNull())
      .addColumn('juror_id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('signing_jwk', 'text', (column) => column.notNull())
      .addColumn('sealing_jwk', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute()
  },
}
