import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { z } from 'zod'
import { type EntryBody, entrySchema } from '#domain/entry.ts'

/** A sheet as the server's disk holds it, read beside the server and not through it. */
export interface StoredSheet {
  hash: string
  sheetId: string
  revision: number
  deviceId: string
  jurorId: string
  oralId: string
  chainIndex: number
  previous: string | null
  log: EntryBody[]
}

const payloadSchema = z.object({
  sheetId: z.string(),
  revision: z.number(),
  deviceId: z.string(),
  juror: z.object({ id: z.string() }),
  oralId: z.string(),
  chainIndex: z.number(),
  previous: z.string().nullable(),
  log: z.array(entrySchema),
})

const sheetRowsSchema = z.array(z.object({ hash: z.string(), jws: z.string() }))
const envelopeRowsSchema = z.array(z.object({ id: z.string(), receipt: z.string() }))

export function readStoredSheets(dataDir: string): StoredSheet[] {
  return read(dataDir, 'select hash, jws from sheets', sheetRowsSchema).map(({ hash, jws }) => {
    const payload = payloadSchema.parse(JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()))
    const { juror, log, ...rest } = payload
    return { hash, jurorId: juror.id, log: log.map(({ body }) => body), ...rest }
  })
}

/** Receipts by envelope id. */
export function readStoredReceipts(dataDir: string): Map<string, string> {
  return new Map(read(dataDir, 'select id, receipt from envelopes', envelopeRowsSchema).map(({ id, receipt }) => [id, receipt]))
}

/** Envelopes of the journal, in its order: one row each time the server says it received one. */
export function readJournalledEnvelopes(dataDir: string): string[] {
  const rows = read(
    dataDir,
    `select subject from journal where act = 'sheet-received' order by "index"`,
    z.array(z.object({ subject: z.string() })),
  )
  const subjectSchema = z.object({ envelopeId: z.string() })
  return rows.map(({ subject }) => subjectSchema.parse(JSON.parse(subject)).envelopeId)
}

function read<Rows>(dataDir: string, query: string, schema: z.ZodType<Rows>): Rows {
  const database = new SqliteDatabase(join(dataDir, 'carnet.sqlite'), { readonly: true })
  try {
    return schema.parse(database.prepare(query).all())
  } finally {
    database.close()
  }
}
