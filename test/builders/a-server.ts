import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RouteId } from '#contract/routes.ts'
import { routePath } from '#contract/routes.ts'
import { readConfig } from '#server/config.ts'
import { type RunningServer, type StartOptions, startServer } from '#server/start-server.ts'
import { freePort } from './a-free-port.ts'
import type { MailEnvironment } from './a-mail-server.ts'

/** A real server, listening, on a temporary folder and an empty database of its own. */
export interface TestServer {
  origin: string
  dataDir: string
  /** Of the first coordinator, signed in, where the database came with one. */
  coordinatorCookies?: string
  /** The variables it was started with, for another process on the same data. */
  environment: Record<string, string>
  /** The server as it runs now: another object after `restart`. */
  running: () => RunningServer
  /** Closes it and starts it again on the same data, or on what `between` puts in its place meanwhile. */
  restart: (between?: () => Promise<void>) => Promise<void>
  /** Closes it and removes its folder. */
  dispose: () => Promise<void>
}

/** How a server is started. `mail`: its settings for sending e-mail; none unless given. */
export type ServerOptions = StartOptions & { mail?: MailEnvironment }

/** A PostgreSQL database, or a SQLite file to copy; with a signed-in first coordinator or without. */
export type Database = ({ databaseUrl: string } | { copiedFrom: string }) & { coordinatorCookies?: string }

/** Starts one, on a new SQLite file and a free port unless told otherwise. */
export async function aServer({
  database,
  mail,
  port: givenPort,
  ...startOptions
}: ServerOptions & { database?: Database; port?: number } = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'carnet-data-'))
  if (database && 'copiedFrom' in database) await copyFile(database.copiedFrom, join(dataDir, 'carnet.sqlite'))
  const port = String(givenPort ?? (await freePort()))
  const place = database && 'databaseUrl' in database ? { DATABASE_URL: database.databaseUrl } : {}
  const environment = { HOST: '127.0.0.1', PORT: port, DATA_DIR: dataDir, ...place, ...mail }
  const config = readConfig(environment)
  let running = await startServer(config, startOptions)
  return {
    origin: config.publicUrl,
    dataDir,
    ...(database?.coordinatorCookies !== undefined && { coordinatorCookies: database.coordinatorCookies }),
    environment,
    running: () => running,
    restart: async (between) => {
      await running.close()
      await between?.()
      running = await startServer(config, startOptions)
    },
    dispose: async () => {
      await running.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A client of one server, with a signed-in coordinator's cookies once it has them. */
export interface TestClient {
  get: (id: RouteId, params?: Record<string, string>, headers?: Record<string, string>) => Promise<Response>
  post: (id: RouteId, body: unknown, params?: Record<string, string>, headers?: Record<string, string>) => Promise<Response>
  /** Any path, with the cookies. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>
}

export const COORDINATOR = { name: 'Maud Lévêque', email: 'maud.leveque@example.org', password: 'un mot de passe bien long' }

/** A client without an account. */
export function aVisitor({ origin }: Pick<TestServer, 'origin'>): TestClient {
  return clientWith(origin, '')
}

/** What the first account needs of a server, in this process or another. */
export interface NewServer {
  origin: string
  running: () => { setupLink: string | null }
  /** Of the account that is there already. */
  coordinatorCookies?: string
}

/** A client of the first coordinator, who stays signed in; their account is created where there is none. */
export async function aCoordinator(server: NewServer): Promise<TestClient> {
  if (server.coordinatorCookies !== undefined) return clientWith(server.origin, server.coordinatorCookies)
  await createFirstAccount(server)
  return signIn(server)
}

/** Creates the first account, through the link that the server prints. */
export async function createFirstAccount(server: NewServer): Promise<void> {
  const token = new URL(server.running().setupLink ?? '').hash.slice(1)
  const created = await aVisitor(server).post('setup', { token, ...COORDINATOR })
  if (!created.ok) throw new Error(`setup refused: ${await created.text()}`)
}

/** Signs in by password, as the first coordinator unless told otherwise, and gives a client that stays signed in. */
export async function signIn(
  { origin }: Pick<TestServer, 'origin'>,
  { email, password }: { email: string; password: string } = COORDINATOR,
): Promise<TestClient> {
  const answer = await askToSignIn({ origin }, { email, password })
  if (!answer.ok) throw new Error(`sign-in refused: ${await answer.text()}`)
  return clientWith(origin, cookiesOf(answer))
}

/** The sign-in request alone, whatever its answer. */
export function askToSignIn({ origin }: Pick<TestServer, 'origin'>, credentials: { email: string; password: string }): Promise<Response> {
  return fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: credentials.email, password: credentials.password }),
  })
}

/** The cookies an answer sets, as a client sends them back. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

/** A client that sends these cookies. */
export function clientWith(origin: string, cookie: string): TestClient {
  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, { ...init, headers: { ...(cookie === '' ? {} : { cookie }), ...(init.headers as Record<string, string>) } })
  return {
    fetch: send,
    get: (id, params, headers) => send(routePath(id, params), { headers: headers ?? {} }),
    post: (id, body, params, headers) =>
      send(routePath(id, params), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}
