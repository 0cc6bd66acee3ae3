import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { notFoundCode, sendProblem } from './error-handler.ts'

/** Addresses that are screens of the PWA: its router reads them, the server only gives the page. */
const SCREENS = /^\/(?:$|(?:salle|coordination|verifier)(?:\/|$))/

const IMMUTABLE = 'public, max-age=31536000, immutable'
const REVALIDATE = 'no-cache'

/**
 * Serves the built PWA: hashed assets for ever, everything that names them (page, worker, manifest) asked anew each time. An asset that has
 * its gzip beside it (the build's, for text) is sent as that to whoever takes it: a third of the bytes.
 */
export async function registerPwa(app: FastifyInstance, appDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: appDir,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const isAsset = relative(appDir, path).startsWith('assets')
      reply.setHeader('cache-control', isAsset ? IMMUTABLE : REVALIDATE)
      if (isAsset) reply.setHeader('vary', 'accept-encoding')
    },
  })
  // The file server knows files only and refuses its own folder's address.
  app.get('/', { schema: { hide: true } }, (_request, reply) => sendPage(reply, appDir))
  app.setNotFoundHandler((request, reply) => (isScreen(request) ? sendPage(reply, appDir) : sendProblem(reply, notFoundCode(request))))
}

function isScreen(request: FastifyRequest): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && SCREENS.test(request.url.split('?', 1)[0] ?? '')
}

function sendPage(reply: FastifyReply, appDir: string): FastifyReply {
  return existsSync(join(appDir, 'index.html')) ? reply.sendFile('index.html') : sendProblem(reply, 'not-found')
}
