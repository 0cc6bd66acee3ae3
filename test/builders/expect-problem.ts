import { expect } from 'vitest'
import { PROBLEM_MEDIA_TYPE, type Problem, type ProblemCode, problemSchema } from '#contract/problems.ts'

/** Checks that an answer is this problem, as an RFC 9457 document in its own media type, and gives it. */
export async function expectProblem(answer: Response, status: number, code: ProblemCode): Promise<Problem> {
  const text = await answer.text()
  expect(text).toContain(`"${code}"`)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toContain(PROBLEM_MEDIA_TYPE)
  const problem = problemSchema.parse(JSON.parse(text))
  expect(problem).toMatchObject({ code, status, type: `/problemes/${code}` })
  return problem
}
