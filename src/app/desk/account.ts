import { type Answer, callRoute, type Failure, send } from './api.ts'

/** Why a sign-in did not succeed; the contract's failures, and the two that better-auth tells in its own words. */
export type SignInOutcome = { outcome: 'ok' } | { outcome: 'wrongCredentials' } | { outcome: 'tooMany' } | Failure

const AUTH = '/api/auth'

/** Signs a coordinator in with e-mail and password (better-auth's own route; a cookie carries the session from then on). */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const answer = await post('/sign-in/email', { email, password })
  if (answer.outcome === 'ok') return { outcome: 'ok' }
  const status = answer.outcome === 'problem' ? answer.problem.status : answer.outcome === 'unreadable' ? answer.status : null
  // better-auth answers 401 for an unknown pair and 400 for what is not an e-mail address: the same sentence, so that neither tells more.
  if (status === 401 || status === 400) return { outcome: 'wrongCredentials' }
  if (status === 429) return { outcome: 'tooMany' }
  return answer
}

/** Ends the session on the server and forgets its cookie. */
export async function signOut(): Promise<Answer<unknown>> {
  return post('/sign-out', {})
}

/** Whether the server still waits for its first account. */
export async function needsSetup(): Promise<boolean> {
  const answer = await callRoute('setupState')
  return answer.outcome === 'ok' && answer.value.needsSetup
}

async function post(path: string, body: unknown): Promise<Answer<unknown>> {
  return send(AUTH + path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
