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

/** `length` bytes of a support from `start` (0 is the first), read without loading the whole; null when it is not stored. */
export async function readSupportBytes(db: Db, sha256: string, start: number, length: number): Promise<Buffer | null> {
  const row = await db
    .selectFrom('support_files')
    .select(sql<Buffer>`substr(bytes, cast(${start + 1} as integer), cast(${length} as integer))`.as('slice'))
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.slice ?? null
}
