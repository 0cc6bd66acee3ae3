import { z } from 'zod'
import { journalRowSchema } from '#domain/journal.ts'
import { hashSchema, idSchema, isoInstantSchema } from '#domain/primitives.ts'
import { GOVERNING } from './roles.ts'

/** Rows of one page of the journal. */
export const JOURNAL_PAGE_ROWS = 100

/** What of the journal is asked for; null and an empty text ask for everything. */
export const journalFilterSchema = z.object({
  act: idSchema.nullable(),
  /** A row's actor as written, or `device:` for all devices. */
  actor: z.string().max(200).nullable(),
  sessionId: idSchema.nullable(),
  /** From this instant on, and before that one. */
  from: isoInstantSchema.nullable(),
  until: isoInstantSchema.nullable(),
  /** Looked for in acts as they are said, in the names of people, jurors and sessions, in ids and hashes; case and accents count for nothing. */
  text: z.string().trim().max(200),
})
export type JournalFilter = z.infer<typeof journalFilterSchema>

/** A page holds the rows before an index, the latest first. A POST, since a text may be a person's name, which no address may hold. */
export const journalPageRequestSchema = journalFilterSchema.extend({ before: z.number().int().nonnegative().nullable() })

export const journalPageSchema = z.object({
  rows: z.array(journalRowSchema),
  /** All rows that fit, on every page. */
  total: z.number().int(),
  /** What the next page is asked with; null on the last one. */
  next: z.number().int().nullable(),
})

const namedSchema = z.object({ id: idSchema, name: z.string() })

/** What rows are about, in words: accounts, sessions with their jurors, and devices by their juror's name. */
export const journalNamesSchema = z.object({
  people: z.array(namedSchema),
  sessions: z.array(z.object({ id: idSchema, title: z.string(), jurors: z.array(namedSchema) })),
  devices: z.array(namedSchema),
})
export type JournalNames = z.infer<typeof journalNamesSchema>

/** The whole journal in short. `brokenAt` is the first row at which its chain does not hold, checked anew from the first. */
export const journalSummarySchema = journalNamesSchema.extend({
  rows: z.number().int(),
  brokenAt: z.number().int().nullable(),
  lastHash: hashSchema.nullable(),
  /** Acts and authors that it holds, devices as one (`device:`). */
  acts: z.array(idSchema),
  actors: z.array(z.string()),
})
export type JournalSummary = z.infer<typeof journalSummarySchema>

export const journalExportRequestSchema = journalFilterSchema.extend({ format: z.enum(['csv', 'json']) })

/** Chosen rows as stored, oldest first (docs/formats.md §11). */
export const journalFileSchema = z.object({
  format: z.literal('carnet-de-jury/journal'),
  formatVersion: z.literal(1),
  exportedAt: isoInstantSchema,
  filter: journalFilterSchema,
  rows: z.array(journalRowSchema),
})
export type JournalFile = z.infer<typeof journalFileSchema>

export const journalRoutes = {
  journal: { method: 'GET', path: '/journal', access: 'coordinator', roles: GOVERNING, response: journalSummarySchema },
  journalRows: {
    method: 'POST',
    path: '/journal/rows',
    access: 'coordinator',
    roles: GOVERNING,
    body: journalPageRequestSchema,
    response: journalPageSchema,
  },
  journalExport: { method: 'POST', path: '/journal/export', access: 'coordinator', roles: GOVERNING, body: journalExportRequestSchema },
} as const
