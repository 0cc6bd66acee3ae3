import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemCode } from '#contract/problems.ts'
import { type Auth, CLIENT_ADDRESS_HEADER } from '../accounts/auth.ts'
import { sendProblem } from './error-handler.ts'
import { signInLimit } from './rate-limits.ts'

/** Mounts better-auth under `/api/auth`. Its refusals become problem documents, in French like all others. */
export async function registerAuthRoutes(app: FastifyInstance, auth: Auth, publicUrl: string): Promise<void> {
  const plugin: FastifyPluginAsync = async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    const handler = (request: FastifyRequest, reply: FastifyReply) => forward(auth, publicUrl, request, reply)
    scope.route({ method: 'POST', url: '/api/auth/sign-in/email', config: { rateLimit: signInLimit }, handler })
    scope.route({ method: ['GET', 'POST'], url: '/api/auth/*', handler })
  }
  await app.register(plugin)
}

async function forward(auth: Auth, publicUrl: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const headers = fromNodeHeaders(request.headers)
  headers.delete('content-length')
  headers.set(CLIENT_ADDRESS_HEADER, request.ip)
  const body = typeof request.body === 'string' ? request.body : undefined
  const init = { method: request.method, headers, ...(body === undefined ? {} : { body }) }
  const response = await auth.handler(new Request(new URL(request.url, publicUrl), init))
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value)
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  if (response.status >= 400) return sendProblem(reply, problemOf(response.status))
  return reply.code(response.status).send(Buffer.from(await response.arrayBuffer()))
}

function problemOf(status: number): ProblemCode {
  if (status === 401) return 'wrong-credentials'
  if (status === 403) return 'not-allowed'
  if (status === 404) return 'not-found'
  if (status === 429) return 'too-many-requests'
  return status >= 500 ? 'internal' : 'invalid-request'
}
