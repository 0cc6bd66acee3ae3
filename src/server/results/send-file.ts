import type { FastifyReply } from 'fastify'

/** Answers a file to keep, never one to cache: it holds personal data. */
export function sendFile(reply: FastifyReply, type: string, fileName: string, content: string | Buffer): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'no-store')
    .send(content)
}
