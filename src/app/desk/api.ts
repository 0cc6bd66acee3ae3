import type { z } from 'zod'
import { type Problem, problemSchema } from '#contract/problems.ts'
import { type RouteId, routePath, routes } from '#contract/routes.ts'

/** What a call ended in. Expected failures are data: a person is told which one it was. */
export type Answer<T> =
  | { outcome: 'ok'; value: T }
  /** The server said no, and why. */
  | { outcome: 'problem'; problem: Problem }
  /** No answer came: no network, or the server is stopped. */
  | { outcome: 'unreachable' }
  /** Something answered, but not in the contract's words (a proxy's page, another version). `status` is the HTTP status. */
  | { outcome: 'unreadable'; status: number }

export type Failure = Exclude<Answer<never>, { outcome: 'ok' }>

/** What a route's answer holds once parsed; `null` for routes without one. */
export type AnswerOf<Id extends RouteId> = (typeof routes)[Id] extends { response: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : null

export interface Ask {
  params?: Record<string, string>
  /** A string is sent as it is (an import file's own text), anything else as JSON. */
  body?: unknown
  signal?: AbortSignal
}

/** Calls one route of the contract as the signed-in coordinator. Throws only when the caller aborts. */
export async function callRoute<Id extends RouteId>(id: Id, { params, body, signal }: Ask = {}): Promise<Answer<AnswerOf<Id>>> {
  const route: { method: string; response?: z.ZodType } = routes[id]
  const answer = await send(routePath(id, params), {
    method: route.method,
    credentials: 'same-origin',
    ...(body === undefined ? {} : encodeBody(body)),
    ...(signal ? { signal } : {}),
  })
  if (answer.outcome !== 'ok') return answer
  if (!route.response) return { outcome: 'ok', value: null as AnswerOf<Id> }
  const parsed = route.response.safeParse(answer.value.json)
  return parsed.success ? { outcome: 'ok', value: parsed.data as AnswerOf<Id> } : { outcome: 'unreadable', status: answer.value.status }
}

/** Fetches a route that answers a file. A refusal is read as a problem document. */
export async function callFile(id: RouteId, { params, body }: Omit<Ask, 'signal'> = {}): Promise<Answer<Uint8Array<ArrayBuffer>>> {
  const response = await reach(routePath(id, params), {
    method: routes[id].method,
    credentials: 'same-origin',
    ...(body === undefined ? {} : encodeBody(body)),
  })
  if (response === null) return { outcome: 'unreachable' }
  if (response.ok) return { outcome: 'ok', value: new Uint8Array(await response.arrayBuffer()) }
  const problem = problemSchema.safeParse(await readJson(response))
  return problem.success ? { outcome: 'problem', problem: problem.data } : { outcome: 'unreadable', status: response.status }
}

/** Sends a request and reads a JSON answer; a refusal is read as a problem document. */
export async function send(path: string, init: RequestInit): Promise<Answer<{ status: number; json: unknown }>> {
  const response = await reach(path, init)
  if (response === null) return { outcome: 'unreachable' }
  const json = await readJson(response)
  if (response.ok) return { outcome: 'ok', value: { status: response.status, json } }
  const problem = problemSchema.safeParse(json)
  return problem.success ? { outcome: 'problem', problem: problem.data } : { outcome: 'unreadable', status: response.status }
}

function encodeBody(body: unknown): Pick<RequestInit, 'headers' | 'body'> {
  return typeof body === 'string'
    ? { headers: { 'content-type': 'text/plain; charset=utf-8' }, body }
    : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

async function reach(path: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(path, init)
  } catch (cause) {
    // fetch rejects with a TypeError for every failure of the network, and nothing else tells them apart.
    if (cause instanceof TypeError) return null
    throw cause
  }
}

/** The body as JSON, or undefined when it is not JSON: the schemas then refuse it. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
