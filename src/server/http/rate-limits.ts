import type { RateLimitOptions } from '@fastify/rate-limit'
import type { RouteId } from '#contract/routes.ts'

/**
 * Limits by client address, only where somebody could guess. They slow down and never lock out: the next minute starts anew. A whole
 * centre shares one address behind its router, so enrolment leaves room for a hall of jurors, and deliveries have no limit at all.
 */
export const rateLimits: Partial<Record<RouteId, RateLimitOptions>> = {
  enrol: { max: 120, timeWindow: '1 minute' },
  enrolCarried: { max: 120, timeWindow: '1 minute' },
  restoreEnrolment: { max: 120, timeWindow: '1 minute' },
  requestRecovery: { max: 60, timeWindow: '1 minute' },
  setup: { max: 20, timeWindow: '1 minute' },
  openInvitation: { max: 20, timeWindow: '1 minute' },
  acceptInvitation: { max: 20, timeWindow: '1 minute' },
  openPasswordLink: { max: 20, timeWindow: '1 minute' },
  usePasswordLink: { max: 20, timeWindow: '1 minute' },
}

export const signInLimit: RateLimitOptions = { max: 20, timeWindow: '1 minute' }
