import { finished } from 'node:stream/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** What a client gets to end a body that nobody keeps: 50 MB over a slow line. */
const ENDING_MS = 60_000

/**
 * Waits until a client whose body is refused has sent it all, unread, so that its refusal can be answered: most clients read an answer only then,
 * and one whose connection is closed under it (Fastify's default) sees a broken pipe in place of the reason (RFC 9112 §9.6).
 */
export async function letBodyEnd({ raw }: FastifyRequest, reply: FastifyReply): Promise<void> {
  raw.resume()
  try {
    await finished(raw, { writable: false, signal: AbortSignal.timeout(ENDING_MS) })
    reply.removeHeader('connection')
  } catch {
    // Gone, or too slow: the answer is sent on a connection that ends with it.
  }
}
