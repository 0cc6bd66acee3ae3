import type { FastifyRequest, FastifyServerOptions } from 'fastify'

/** pino without anything personal: no bodies, no query strings, no addresses, no headers. */
export function loggerOptions(level: string): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, path: request.url.split('?', 1)[0] }),
    },
  }
}
