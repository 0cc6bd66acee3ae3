import { type RouteId, routes } from '#contract/routes.ts'

/** What a parameter may look like: an opaque id, and a SHA-256, which is one too. */
const UNKNOWN = 'A'.repeat(43)

/** Well-formed parameters of a route, naming things that do not exist. */
export function anyParams(id: RouteId): Record<string, string> {
  return Object.fromEntries([...routes[id].path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, UNKNOWN]))
}
