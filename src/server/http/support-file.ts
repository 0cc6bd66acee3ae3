import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WrittenSupport } from '#domain/exam-session.ts'
import type { Db } from '../storage/engine.ts'
import { readSupportBytes } from '../storage/supports.ts'
import { ProblemError } from './problem.ts'

/** Sends a support, or the one byte range asked for (RFC 9110 §14), so that a cut download resumes. */
export async function sendSupport(db: Db, support: WrittenSupport, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const range = wantsRange(request, support) ? readRange(request.headers.range ?? '', support.bytes) : 'whole'
  reply.headers({ 'accept-ranges': 'bytes', etag: etagOf(support), 'cache-control': 'private, no-cache' })
  if (range === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${support.bytes}`).send()
  }
  const { start, end } = range === 'whole' ? { start: 0, end: support.bytes - 1 } : range
  const bytes = await readSupportBytes(db, support.sha256, start, end - start + 1)
  if (bytes === null) throw new ProblemError('not-found')
  if (range !== 'whole') reply.code(206).header('content-range', `bytes ${start}-${end}/${support.bytes}`)
  return reply.type('application/pdf').send(bytes)
}

function etagOf(support: WrittenSupport): string {
  return `"${support.sha256}"`
}

/** A range only counts for the file its asker began with. */
function wantsRange(request: FastifyRequest, support: WrittenSupport): boolean {
  const condition = request.headers['if-range']
  return request.headers.range !== undefined && (condition === undefined || condition === etagOf(support))
}

/** Reads `bytes=a-b`, `bytes=a-` or `bytes=-n`. Anything else, several ranges included, is ignored as the RFC allows. */
export function readRange(header: string, size: number): { start: number; end: number } | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim())
  const [, first = '', last = ''] = match ?? []
  if (first === '' && last === '') return 'whole'
  if (first === '') return Number(last) === 0 ? 'unsatisfiable' : { start: Math.max(0, size - Number(last)), end: size - 1 }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return 'whole'
  return start >= size ? 'unsatisfiable' : { start, end }
}
