import { z } from 'zod'
import { type Answer, callRoute, type Failure, send } from './api.ts'

/** What a sign-in ended in: signed in, a code still to come, refused, or the contract's failures. */
export type SignInOutcome =
  | { outcome: 'ok' }
  | { outcome: 'codeNeeded' }
  | { outcome: 'wrongCredentials' }
  | { outcome: 'tooMany' }
  | Failure

const AUTH = '/api/auth'

const codeNeededSchema = z.object({ twoFactorRedirect: z.literal(true) })

/** Signs a coordinator in with e-mail and password (better-auth's own route; a cookie carries the session from then on). */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const answer = await postAuth('/sign-in/email', { email, password })
  if (answer.outcome === 'ok') return { outcome: codeNeededSchema.safeParse(answer.value.json).success ? 'codeNeeded' : 'ok' }
  // The waits after failures say how long they are.
  if (answer.outcome === 'problem' && answer.problem.code === 'sign-in-slowed') return answer
  const status = answer.outcome === 'problem' ? answer.problem.status : answer.outcome === 'unreadable' ? answer.status : null
  // better-auth answers 401 for an unknown pair and 400 for what is not an e-mail address: the same sentence, so that neither tells more.
  if (status === 401 || status === 400) return { outcome: 'wrongCredentials' }
  if (status === 429) return { outcome: 'tooMany' }
  return answer
}

/** Ends the session on the server and forgets its cookie. */
export async function signOut(): Promise<Answer<unknown>> {
  return postAuth('/sign-out', {})
}

/** Whether the server still waits for its first account. */
export async function needsSetup(): Promise<boolean> {
  const answer = await callRoute('setupState')
  return answer.outcome === 'ok' && answer.value.needsSetup
}

/** Posts to one of better-auth's paths. */
export async function postAuth(path: string, body: unknown): Promise<Answer<{ status: number; json: unknown }>> {
  return send(AUTH + path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** Gets one of better-auth's paths. */
export async function getAuth(path: string): Promise<Answer<{ status: number; json: unknown }>> {
  return send(AUTH + path, { credentials: 'same-origin' })
}
