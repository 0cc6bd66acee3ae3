import type { ZodFastifySchemaValidationError } from 'fastify-type-provider-zod'
import type { FieldIssue } from '#contract/problems.ts'
import { fieldSentence } from './field-sentence.ts'

/** What is wrong with a request's fields, all at once. Values are never repeated. */
export function requestIssues(errors: readonly ZodFastifySchemaValidationError[]): FieldIssue[] {
  return errors.map((error) => ({
    path: error.instancePath.replace(/^\//, '').replaceAll('/', '.'),
    message: fieldSentence({ ...error.params, code: error.keyword, absent: isAbsent(error) }),
  }))
}

/** zod names what it received only in its message. */
function isAbsent(error: ZodFastifySchemaValidationError): boolean {
  return error.keyword === 'invalid_type' && (error.message ?? '').endsWith('received undefined')
}
