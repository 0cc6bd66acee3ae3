import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { type Access, API_BASE, type RouteId, routes } from '#contract/routes.ts'
import type { Auth } from '../accounts/auth.ts'
import type { ServerContext } from '../context.ts'
import type { Handlers } from './calls.ts'
import { authenticateCoordinator } from './coordinator-auth.ts'
import { authenticateDevice } from './device-auth.ts'
import { ProblemError } from './problem.ts'
import { rateLimits } from './rate-limits.ts'

/** A handler with its types forgotten: the table of routes has checked them. */
type AnyHandler = (call: object) => Promise<unknown>

type AnyRoute = Access & {
  method: 'GET' | 'POST'
  path: string
  params?: unknown
  body?: unknown
  bytes?: number
  response?: unknown
}

/** Registers every route of the contract with its schemas, its limit and its guard. */
export async function registerRoutes(app: FastifyInstance, context: ServerContext, auth: Auth, handlers: Handlers): Promise<void> {
  const json: RouteOptions[] = []
  const text: RouteOptions[] = []
  const bytes: RouteOptions[] = []
  for (const id of Object.keys(routes) as RouteId[]) {
    const options = routeOptions(id, context, auth, handlers[id] as AnyHandler)
    const list = takesBytes(routes[id]) ? bytes : takesText(routes[id]) ? text : json
    list.push(options)
  }
  for (const options of json) app.route(options)
  await app.register(routesTaking('string', text))
  await app.register(routesTaking('buffer', bytes))
}

/** Routes whose body is taken whole, whatever its media type says. */
function routesTaking(parseAs: 'string' | 'buffer', list: readonly RouteOptions[]): FastifyPluginAsync {
  return async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs }, (_request: FastifyRequest, body: string | Buffer, done) => done(null, body))
    for (const options of list) scope.route(options)
  }
}

function takesBytes(route: AnyRoute): boolean {
  return route.bytes !== undefined
}

/** A POST without a schema for its body reads it as it came (the import file, whose lines must be named) or ignores it. */
function takesText(route: AnyRoute): boolean {
  return route.method === 'POST' && route.body === undefined
}

/** Who makes each request under way, known from before its body is read. */
const callers = new WeakMap<FastifyRequest, object>()

function routeOptions(id: RouteId, context: ServerContext, auth: Auth, handler: AnyHandler): RouteOptions {
  const route: AnyRoute = routes[id]
  const limit = rateLimits[id]
  return {
    method: route.method,
    url: API_BASE + route.path,
    schema: {
      ...(route.params === undefined ? {} : { params: route.params }),
      ...(route.body === undefined ? {} : { body: route.body }),
      ...(route.response === undefined ? {} : { response: { 200: route.response } }),
    },
    ...(route.bytes === undefined ? {} : { bodyLimit: route.bytes }),
    ...(limit ? { config: { rateLimit: limit } } : {}),
    // The one guard of all routes. Before the body: who may not call is told so, whatever they sent.
    onRequest: async (request: FastifyRequest) => {
      callers.set(request, await callerOf(route, context, auth, request))
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) =>
      handler({ ...callers.get(request), params: request.params, body: request.body, request, reply }),
  }
}

async function callerOf(route: Access, context: ServerContext, auth: Auth, request: FastifyRequest): Promise<object> {
  if (route.access === 'device') return { device: await authenticateDevice(context, request) }
  if (route.access === 'public') return {}
  const coordinator = await authenticateCoordinator(auth, request)
  if (!route.roles.includes(coordinator.role)) throw new ProblemError('not-allowed')
  return { coordinator }
}
