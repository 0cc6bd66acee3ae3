import { vi } from 'vitest'

export interface Asked {
  path: string
  init: RequestInit
}

/** Stands in for the network: each path answers what its function gives. Returns what was asked, in order. */
export function answering(answers: Record<string, (init: RequestInit) => Response | Promise<Response>>): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    asked.push({ path, init })
    const answer = answers[path]
    if (!answer) throw new TypeError(`no network to ${path}`)
    return answer(init)
  })
  return asked
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}
