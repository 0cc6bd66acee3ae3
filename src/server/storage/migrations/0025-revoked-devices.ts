import type { Kysely } from 'kysely'

/** When a device was taken back. Can run again: a column cannot be added « if not exists » on both engines. */
export const revokedDevices = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    const devices = (await db.introspection.getTables()).find(({ name }) => name === 'devices')
    if (devices?.columns.some(({ name }) => name === 'revoked_at')) return
    await db.schema.alterTable('devices').addColumn('revoked_at', 'text').execute()
  },
}
