import { z } from 'zod'

/** An opaque id: letters, digits, `.`, `_`, `-`; 1 to 100 characters. UUIDs and the framework's own ids (`C4.K3.I1`) both fit. */
export const idSchema = z.string().regex(/^[A-Za-z0-9._-]{1,100}$/, 'id')

/** SHA-256 as unpadded base64url (43 characters). */
export const hashSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'hash')

/** ISO 8601 instant with an explicit offset or `Z`. */
export const isoInstantSchema = z.iso.datetime({ offset: true })

/** ISO 8601 calendar date, `YYYY-MM-DD`. */
export const isoDateSchema = z.iso.date()

/** One line of text a person typed. */
export const lineSchema = z.string().trim().min(1).max(300)

/** Free text a person typed; up to 20,000 characters, line breaks kept. */
export const proseSchema = z.string().max(20_000)

/** Names one immutable published document: who it is, which version, and the hash of its canonical JSON (RFC 8785). */
export const documentRefSchema = z.object({ id: idSchema, version: z.string().min(1).max(40), hash: hashSchema })
export type DocumentRef = z.infer<typeof documentRefSchema>

/**
 * A moment, told by two clocks.
 * `wallMs`: epoch milliseconds, which a person can set wrongly; `monoMs`: milliseconds of a clock that only goes forward but starts
 * anew with each page; `monoId` names that page's clock, so two instants with the same `monoId` can be subtracted safely.
 */
export const instantSchema = z.object({
  wallMs: z.number().int().nonnegative(),
  monoMs: z.number().nonnegative(),
  monoId: idSchema,
})
export type Instant = z.infer<typeof instantSchema>
