import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { type FieldIssue, PROBLEM_MEDIA_TYPE, type ProblemCode } from '#contract/problems.ts'
import { CONTRACT_VERSION } from '#contract/routes.ts'
import { ProblemError, problemDocument } from './problem.ts'
import { letBodyEnd } from './refused-body.ts'
import { requestIssues } from './request-issues.ts'

/** The one place where errors become answers. Anything unexpected is logged whole and answered as `internal`, its message kept inside. */
export function installErrorHandlers(app: FastifyInstance): void {
  app.setErrorHandler(async (error: FastifyError | Error, request, reply) => {
    const { code, issues } = describe(error)
    if (code === 'body-too-large') await letBodyEnd(request, reply)
    if (code === 'internal') request.log.error({ err: error }, 'unexpected error')
    return sendProblem(reply, code, issues)
  })
}

/** Answers a problem document. `wait`: how long to wait, in words, for the problems that say so. */
export function sendProblem(reply: FastifyReply, code: ProblemCode, issues?: readonly FieldIssue[], wait?: string): FastifyReply {
  const document = problemDocument(code, issues, wait)
  return reply.code(document.status).type(PROBLEM_MEDIA_TYPE).send(document)
}

function describe(error: FastifyError | Error): { code: ProblemCode; issues?: readonly FieldIssue[] } {
  if (error instanceof ProblemError) return error.issues ? { code: error.code, issues: error.issues } : { code: error.code }
  if (hasZodFastifySchemaValidationErrors(error)) return { code: 'invalid-request', issues: requestIssues(error.validation) }
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status === 413) return { code: 'body-too-large' }
  if (status === 429) return { code: 'too-many-requests' }
  if (status === 404) return { code: 'not-found' }
  if (status !== undefined && status >= 400 && status < 500) return { code: 'invalid-request' }
  return { code: 'internal' }
}

/** `/api/v9/…` is a client of another contract version, not a typing mistake. */
export function notFoundCode(request: FastifyRequest): ProblemCode {
  const version = /^\/api\/v(\d+)(?:\/|$|\?)/.exec(request.url)?.[1]
  return version !== undefined && Number(version) !== CONTRACT_VERSION ? 'unknown-contract-version' : 'not-found'
}
