import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyRequest } from 'fastify'
import type { Coordinator } from '#contract/desk.ts'
import type { Auth } from '../accounts/auth.ts'
import { ProblemError } from './problem.ts'

/**
 * The signed-in coordinator. Throws ProblemError `not-signed-in`; `not-allowed` for a change asked by another site's page, should a
 * browser ever send it our cookie.
 */
export async function authenticateCoordinator(auth: Auth, request: FastifyRequest): Promise<Coordinator> {
  const site = request.headers['sec-fetch-site']
  if (request.method !== 'GET' && site !== undefined && site !== 'same-origin' && site !== 'none') throw new ProblemError('not-allowed')
  const found = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
  if (!found) throw new ProblemError('not-signed-in')
  return { id: found.user.id, name: found.user.name, email: found.user.email }
}
