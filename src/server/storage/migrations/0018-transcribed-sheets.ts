import type { Kysely } from 'kysely'

/** Who filled a sheet on paper and who typed it in. Can run again: a column cannot be added « if not exists » on both engines. */
export const transcribedSheets = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    const tables = await db.introspection.getTables()
    const sheets = tables.find(({ name }) => name === 'sheets')
    if (sheets?.columns.some(({ name }) => name === 'transcribed')) return
    await db.schema.alterTable('sheets').addColumn('transcribed', 'text').execute()
  },
}
