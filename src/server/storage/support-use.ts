import { sql } from 'kysely'
import type { ExamSession, WrittenSupport } from '#domain/exam-session.ts'
import type { Db } from './engine.ts'
import { unpublishedPreparations } from './preparations.ts'
import type { Tx } from './transaction.ts'

/** The hashes of the PDFs that a session has, published or in preparation. `isMeant`: only supports it accepts count. */
export async function supportsInUse(db: Db, isMeant: (support: WrittenSupport) => boolean = () => true): Promise<Set<string>> {
  const rows = await db.selectFrom('sessions').select('json').execute()
  const published = rows.flatMap(({ json }) => (JSON.parse(json) as Pick<ExamSession, 'supports'>).supports)
  const prepared = (await unpublishedPreparations(db)).flatMap(({ preparation }) => preparation.supports)
  return new Set([...published, ...prepared].filter(isMeant).map(({ sha256 }) => sha256))
}

/** The PDFs no session has, with their sizes. */
export async function unboundSupportFiles(db: Db): Promise<{ sha256: string; bytes: number }[]> {
  const inUse = await supportsInUse(db)
  const rows = await db
    .selectFrom('support_files')
    .select(['sha256', sql<number>`length(bytes)`.as('bytes')])
    .orderBy('sha256')
    .execute()
  return rows.filter(({ sha256 }) => !inUse.has(sha256))
}

/** Deletes those of the PDFs that no session has. Gives the hashes deleted. The caller holds the journal's lock: no session takes one meanwhile. */
export async function deleteUnboundFiles(tx: Tx, sha256s: readonly string[]): Promise<string[]> {
  const inUse = await supportsInUse(tx)
  const deleted: string[] = []
  for (const sha256 of new Set(sha256s)) {
    if (inUse.has(sha256)) continue
    const gone = await tx.deleteFrom('support_files').where('sha256', '=', sha256).returning('sha256').executeTakeFirst()
    if (gone) deleted.push(sha256)
  }
  return deleted
}
