import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { t } from '#texts/i18n.ts'
import { type Auth, CLIENT_ADDRESS_HEADER } from '../accounts/auth.ts'
import { forgetFailures, takeSignInTurn } from '../accounts/sign-in-waits.ts'
import type { ServerContext } from '../context.ts'
import { authProblem } from './auth-problem.ts'
import { sendProblem } from './error-handler.ts'
import { signInLimit } from './rate-limits.ts'

const SIGN_IN_PATH = '/api/auth/sign-in/email'

/** The paths of better-auth in use, below `/api/auth`. Nothing else of it answers, so that a plugin brings no door nobody meant to open. */
const POST_PATHS = [
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
  '/passkey/verify-registration',
  '/passkey/verify-authentication',
  '/passkey/delete-passkey',
]
const GET_PATHS = ['/passkey/generate-register-options', '/passkey/generate-authenticate-options']

/** Mounts better-auth under `/api/auth`. Its refusals become problem documents, in French like all others. */
export async function registerAuthRoutes(app: FastifyInstance, auth: Auth, context: ServerContext): Promise<void> {
  const handler = (request: FastifyRequest, reply: FastifyReply) => forward(auth, context, request, reply)
  const config = { rateLimit: signInLimit }
  const plugin: FastifyPluginAsync = async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    scope.route({ method: 'POST', url: SIGN_IN_PATH, config, handler: (request, reply) => signIn(auth, context, request, reply) })
    scope.route({ method: 'POST', url: '/api/auth/sign-out', handler })
    for (const path of POST_PATHS) scope.route({ method: 'POST', url: `/api/auth${path}`, config, handler })
    for (const path of GET_PATHS) scope.route({ method: 'GET', url: `/api/auth${path}`, handler })
  }
  await app.register(plugin)
}

const emailSchema = z.object({ email: z.string().max(200) })

/** Signing in by password waits longer and longer after failures. */
async function signIn(auth: Auth, context: ServerContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const asked = emailSchema.safeParse(parseJson(request.body))
  if (!asked.success) return sendProblem(reply, 'invalid-request')
  const turn = await takeSignInTurn(context, asked.data.email, request.ip)
  if (!turn.ok) {
    reply.header('retry-after', Math.ceil(turn.waitMs / 1000))
    return sendProblem(reply, 'sign-in-slowed', undefined, waitWords(turn.waitMs))
  }
  const answered = await forward(auth, context, request, reply)
  // A deactivated account with its right password is no guess either.
  if (reply.statusCode < 400 || reply.statusCode === 403) await forgetFailures(context, turn.key)
  return answered
}

async function forward(auth: Auth, { config }: ServerContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const headers = fromNodeHeaders(request.headers)
  headers.delete('content-length')
  headers.set(CLIENT_ADDRESS_HEADER, request.ip)
  const body = typeof request.body === 'string' ? request.body : undefined
  const init = { method: request.method, headers, ...(body === undefined ? {} : { body }) }
  const response = await auth.handler(new Request(new URL(request.url, config.publicUrl), init))
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value)
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  if (response.status >= 400) return sendProblem(reply, authProblem(response.status, await response.text()))
  return reply.code(response.status).send(Buffer.from(await response.arrayBuffer()))
}

function parseJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body))
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}

/** `30 secondes`, `2 minutes`: rounded up, so that who waits so long is let in. */
function waitWords(waitMs: number): string {
  const seconds = Math.ceil(waitMs / 1000)
  return seconds < 60 ? t('accounts:wait.seconds', { count: seconds }) : t('accounts:wait.minutes', { count: Math.ceil(seconds / 60) })
}
