import type { z } from 'zod'
import { type Problem, problemSchema } from '#contract/problems.ts'
import { API_BASE } from '#contract/routes.ts'

/**
 * What kept a request from a useful answer.
 * `offline`: the device has no network. `unreachable`: it has one, but the server did not answer or was cut in its answer (DNS, TLS,
 * refused, lost, half). `captivePortal`: somebody else answered in its place (a Wi-Fi sign-in page, a proxy). `tooLarge`: 413.
 * `tooMany`: 429. `serverError`: 5xx. `problem`: our server refused, and says why.
 */
export type ApiFailureCode = 'offline' | 'unreachable' | 'captivePortal' | 'tooLarge' | 'tooMany' | 'serverError' | 'problem'

export type ApiFailure =
  | { ok: false; code: Exclude<ApiFailureCode, 'problem'>; status: number | null; retryAfterMs: number | null }
  | { ok: false; code: 'problem'; status: number; problem: Problem; retryAfterMs: number | null }

export type ApiAnswer<Data> = { ok: true; data: Data } | ApiFailure

interface ApiRequest {
  method: 'GET' | 'POST'
  /** As routePath gives it. */
  path: string
  body?: unknown
  headers?: Record<string, string>
  /** For long downloads; a minute otherwise. */
  withinMs?: number
}

const ANSWER_WITHIN_MS = 60_000

/** The server a page or a worker talks to: the one it came from, unless a test says otherwise. */
export function ownServer(): string {
  return globalThis.location.origin
}

/** Calls the API and reads the answer through the route's schema. Never rejects for anything the network or the server did. */
export async function callApi<Schema extends z.ZodType>(
  origin: string,
  request: ApiRequest,
  schema: Schema,
): Promise<ApiAnswer<z.output<Schema>>> {
  const response = await send(origin, request)
  if (!(response instanceof Response)) return response
  if (!response.ok) return readFailure(response)
  const text = await readText(response)
  if (text === null) return unreachable()
  const parsed = schema.safeParse(parseJson(text))
  return parsed.success ? { ok: true, data: parsed.data } : failed('captivePortal', response)
}

/** Sends a request, without reading its answer. */
export async function send(origin: string, request: ApiRequest): Promise<Response | ApiFailure> {
  if (!request.path.startsWith(API_BASE)) throw new RangeError('not a path of the contract')
  try {
    const response = await fetch(origin + request.path, {
      method: request.method,
      // Our API never redirects: whoever does is somebody else.
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      headers: { ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }), ...request.headers },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      signal: AbortSignal.timeout(request.withinMs ?? ANSWER_WITHIN_MS),
    })
    return response.type === 'opaqueredirect' ? failed('captivePortal', null) : response
  } catch (error) {
    if (error instanceof RangeError) throw error
    return unreachable()
  }
}

/** What an answer other than 2xx means. */
export async function readFailure(response: Response): Promise<ApiFailure> {
  const { status } = response
  const text = await readText(response)
  const problem = problemSchema.safeParse(parseJson(text ?? ''))
  if (status === 413) return failed('tooLarge', response)
  if (status === 429) return failed('tooMany', response)
  if (status === 511 || status === 407) return failed('captivePortal', response)
  if (status >= 500) return failed('serverError', response)
  if (problem.success) return { ok: false, code: 'problem', status, problem: problem.data, retryAfterMs: retryAfterMs(response) }
  return text === null ? unreachable() : failed('captivePortal', response)
}

function failed(code: Exclude<ApiFailureCode, 'problem'>, response: Response | null): ApiFailure {
  return { ok: false, code, status: response?.status ?? null, retryAfterMs: response === null ? null : retryAfterMs(response) }
}

function unreachable(): ApiFailure {
  return failed(navigator.onLine ? 'unreachable' : 'offline', null)
}

/** Null when the answer was cut. */
async function readText(response: Response): Promise<string | null> {
  return response.text().catch(() => null)
}

/** Undefined when it is not JSON, which no schema of ours accepts. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Retry-After in seconds or as a date (RFC 9110 §10.2.3); null when absent or unreadable. */
function retryAfterMs(response: Response): number | null {
  const value = response.headers.get('Retry-After')
  if (value === null) return null
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now()
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : null
}
