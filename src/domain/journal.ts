import { z } from 'zod'
import { hashSchema, idSchema, isoInstantSchema } from './primitives.ts'

/** One line of the server's append-only journal; `hash` covers every other field, `previous` the line before. */
export const journalRowSchema = z.object({
  index: z.number().int().nonnegative(),
  previous: hashSchema.nullable(),
  at: isoInstantSchema,
  /** `coordinator:<id>`, `device:<thumbprint>` or `server`. */
  actor: z.string().max(200),
  act: idSchema,
  /** Opaque ids and hashes only, never a person's data. */
  subject: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  hash: hashSchema,
})
export type JournalRow = z.infer<typeof journalRowSchema>

/** The first index at which the chain is broken (a hole, a wrong `previous`, a hash that `hashOf` does not find), or null when it holds. */
export async function firstBrokenRow(
  rows: readonly JournalRow[],
  hashOf: (row: Omit<JournalRow, 'hash'>) => Promise<string>,
): Promise<number | null> {
  let previous: string | null = null
  for (const [index, row] of rows.entries()) {
    const { hash, ...rest } = row
    if (row.index !== index || row.previous !== previous || (await hashOf(rest)) !== hash) return index
    previous = hash
  }
  return null
}
