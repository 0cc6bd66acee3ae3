import { sql } from 'kysely'
import type { Db } from './engine.ts'

/** Keeps a support's bytes once, under their SHA-256 (base64url). */
export async function insertSupportFile(db: Db, sha256: string, bytes: Buffer): Promise<void> {
  await db
    .insertInto('support_files')
    .values({ sha256, bytes })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

/** Which of these hashes have their bytes stored, with how many bytes. */
export async function storedSupportSizes(db: Db, hashes: readonly string[]): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  for (let from = 0; from < hashes.length; from += HASHES_A_QUERY) {
    const rows = await db
      .selectFrom('support_files')
      .select(['sha256', sql<number>`length(bytes)`.as('size')])
      .where('sha256', 'in', hashes.slice(from, from + HASHES_A_QUERY))
      .execute()
    for (const { sha256, size } of rows) sizes.set(sha256, size)
  }
  return sizes
}

/** Below the least number of values an engine takes in one query. */
const HASHES_A_QUERY = 500

/** `length` bytes of a support from `start` (0 is the first), read without loading the whole; null when it is not stored. */
export async function readSupportBytes(db: Db, sha256: string, start: number, length: number): Promise<Buffer | null> {
  const row = await db
    .selectFrom('support_files')
    .select(sql<Buffer>`substr(bytes, cast(${start + 1} as integer), cast(${length} as integer))`.as('slice'))
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.slice ?? null
}
