import { z } from 'zod'
import { hashSchema } from '#domain/primitives.ts'
import { MAX_ENVELOPE_LENGTH } from './delivery.ts'

/** Sealed envelopes as a file, carried by hand when there is no network. */
export const PLI_FORMAT = 'carnet-de-jury/pli'
export const PLI_FORMAT_VERSION = 1
export const PLI_EXTENSION = '.pli'
export const PLI_MEDIA_TYPE = 'application/vnd.carnet-de-jury.pli+json'

/** A file larger than this is not read. */
export const MAX_PLI_BYTES = 64 * 1024 * 1024

/** A compact JWE (RFC 7516 §3.1): five base64url parts. */
const COMPACT_JWE = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/

/** One envelope: `id` is the SHA-256 of the JWE's text. Whoever reads one checks it before saying it is received. */
export const pliEnvelopeSchema = z.object({ id: hashSchema, jwe: z.string().max(MAX_ENVELOPE_LENGTH).regex(COMPACT_JWE) })
export type PliEnvelope = z.infer<typeof pliEnvelopeSchema>

/** The file, its envelopes not looked into yet: a damaged one must not hide the others. */
export const pliFileSchema = z.object({
  format: z.literal(PLI_FORMAT),
  formatVersion: z.literal(PLI_FORMAT_VERSION),
  envelopes: z.array(z.unknown()),
})
