import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyRequest } from 'fastify'
import type { Coordinator } from '#contract/desk.ts'
import { roleSchema } from '#contract/roles.ts'
import type { Auth } from '../accounts/auth.ts'
import { ProblemError } from './problem.ts'

/** A signed-in account, and the session it calls through. */
export type SignedIn = Coordinator & { sessionId: string }

/**
 * The signed-in coordinator. Throws ProblemError `not-signed-in`; `not-allowed` for a change asked by another site's page, should a
 * browser ever send it our cookie.
 */
export async function authenticateCoordinator(auth: Auth, request: FastifyRequest): Promise<SignedIn> {
  const site = request.headers['sec-fetch-site']
  if (request.method !== 'GET' && site !== undefined && site !== 'same-origin' && site !== 'none') throw new ProblemError('not-allowed')
  const found = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
  if (!found || found.user.deactivatedAt) throw new ProblemError('not-signed-in')
  const { id, name, email, role } = found.user
  return { id, name, email, role: roleSchema.parse(role), sessionId: found.session.id }
}
