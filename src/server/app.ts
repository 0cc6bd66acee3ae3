import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { MAX_BODY_BYTES } from '#contract/delivery.ts'
import { API_BASE } from '#contract/routes.ts'
import { createAuth } from './accounts/auth.ts'
import { openSignIns } from './accounts/open-sign-ins.ts'
import type { ServerContext } from './context.ts'
import { createBoardEvents } from './desk/board-events.ts'
import { createHandlers } from './handlers.ts'
import { registerAuthRoutes } from './http/auth-routes.ts'
import { installErrorHandlers, notFoundCode, sendProblem } from './http/error-handler.ts'
import { registerPwa } from './http/pwa.ts'
import { registerRoutes } from './http/register-routes.ts'
import { registerSecurity } from './http/security.ts'

/** Short: a balancer's or browser's unused connections are not kept for nothing. */
const KEEP_ALIVE_MS = 5_000
/** What requests under way get to end when the server closes. Cut after that, they lose nothing: a delivery is sent again, a download resumes. */
const CLOSING_MS = 3_000

export interface AppOptions {
  /** The built PWA, or null to serve the API alone. */
  appDir: string | null
  version: string
  logger: NonNullable<FastifyServerOptions['logger']>
  trustedProxies: readonly string[]
}

/** The HTTP server, created and not listening. Closing it ends the boards' streams; the storage stays its caller's. */
export async function createApp(context: ServerContext, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger,
    bodyLimit: MAX_BODY_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    routerOptions: { maxParamLength: 200 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  installErrorHandlers(app)
  await registerSecurity(app)
  await app.register(swagger, {
    openapi: { info: { title: 'Carnet de jury', version: options.version } },
    transform: jsonSchemaTransform,
  })

  const auth = createAuth(context)
  const events = createBoardEvents(context.storage, {
    stillOpen: (signInIds) => openSignIns(context, auth, signInIds),
    onFailure: (error) => app.log.warn({ err: error }, 'sign-ins unknown'),
  })
  app.addHook('preClose', async () => {
    events.closeAll()
    // Browsers open connections ahead of need: one on which nothing was asked never counts as idle, and would be waited for without end.
    setTimeout(() => app.server.closeAllConnections(), CLOSING_MS).unref()
  })
  await registerAuthRoutes(app, auth, context)
  await registerRoutes(app, context, auth, createHandlers(context, auth, events, options.version))
  app.get(`${API_BASE}/openapi.json`, { schema: { hide: true } }, async () => app.swagger())
  // One not-found handler a server: the PWA's also gives its page for the addresses of its screens.
  if (options.appDir !== null) await registerPwa(app, options.appDir)
  else app.setNotFoundHandler((request, reply) => sendProblem(reply, notFoundCode(request)))
  return app
}
