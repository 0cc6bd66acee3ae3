import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routePath } from '#contract/routes.ts'
import { serverKeysSchema } from '#domain/session-package.ts'
import { aServer, aVisitor, type TestServer } from '../builders/a-server.ts'
import { expectProblem } from '../builders/expect-problem.ts'

const ONE_MB = Buffer.alloc(1024 * 1024, 'x')
const ROOM_SCRIPT = `export const room = "${'salle '.repeat(500)}"`

let root: string
let server: TestServer

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'carnet-app-'))
  const appDir = join(root, 'app')
  await mkdir(join(appDir, 'assets'), { recursive: true })
  await writeFile(join(root, 'secret.txt'), 'SECRET')
  await writeFile(join(appDir, 'index.html'), '<!doctype html><title>Carnet</title>')
  await writeFile(join(appDir, 'sw.js'), 'self.x = 1')
  await writeFile(join(appDir, 'manifest.webmanifest'), '{}')
  await writeFile(join(appDir, 'assets', 'app-abc123.js'), 'export {}')
  await writeFile(join(appDir, 'assets', 'room-def456.js'), ROOM_SCRIPT)
  await writeFile(join(appDir, 'assets', 'room-def456.js.gz'), gzipSync(ROOM_SCRIPT))
  server = await aServer({ appDir, version: '1.2.3' })
})

afterAll(async () => {
  await server.dispose()
  await rm(root, { recursive: true, force: true })
})

/** On a connection of its own: one kept from before may end in the seconds that a busy machine takes to send as much. */
async function send50Mb(path: string, isAnnounced: boolean): Promise<Response> {
  const { hostname, port } = new URL(server.origin)
  const parts = [Buffer.from('{"envelopes":["'), ...Array.from({ length: 50 }, () => ONE_MB), Buffer.from('"]}')]
  const announced = isAnnounced ? { 'content-length': parts.reduce((sum, part) => sum + part.length, 0) } : {}
  const headers = { 'content-type': 'application/json', ...announced }
  const sending = request({ hostname, port, path, method: 'POST', headers, agent: false })
  const answer = once(sending, 'response') as Promise<[IncomingMessage]>
  await pipeline(Readable.from(parts), sending)
  const [response] = await answer
  const { statusCode = 0, headers: answered } = response
  return new Response(await text(response), { status: statusCode, headers: { 'content-type': answered['content-type'] ?? '' } })
}

/** fetch normalises `..` away; this sends the path as it is. */
function rawGet(path: string): Promise<{ status: number; body: string; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.origin)
    request({ hostname, port, path }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers }))
    })
      .on('error', reject)
      .end()
  })
}

describe('the PWA', () => {
  it.each(['/', '/salle', '/salle/inscription', '/salle/oral/o1?x=1', '/coordination', '/coordination/session/s', '/verifier'])(
    'answers its page at %s, asked anew each time',
    async (path) => {
      const answer = await aVisitor(server).fetch(path)
      expect(await answer.text()).toContain('<title>Carnet</title>')
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      expect(answer.headers.get('content-type')).toContain('text/html')
    },
  )

  it('keeps hashed assets for ever, the worker and the manifest never', async () => {
    const cacheOf = async (path: string) => (await aVisitor(server).fetch(path)).headers.get('cache-control')
    expect(await cacheOf('/assets/app-abc123.js')).toBe('public, max-age=31536000, immutable')
    expect(await cacheOf('/sw.js')).toBe('no-cache')
    expect(await cacheOf('/manifest.webmanifest')).toBe('no-cache')
  })

  it('sends an asset’s gzip to those who take it, for ever too, and the asset itself to the others', async () => {
    const taken = await aVisitor(server).fetch('/assets/room-def456.js', { headers: { 'accept-encoding': 'gzip, deflate' } })
    expect(taken.headers.get('content-encoding')).toBe('gzip')
    expect(Number(taken.headers.get('content-length'))).toBe(gzipSync(ROOM_SCRIPT).length)
    expect(taken.headers.get('content-type')).toContain('javascript')
    expect(taken.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await taken.text()).toBe(ROOM_SCRIPT)
    const plain = await rawGet('/assets/room-def456.js')
    expect(plain.body).toBe(ROOM_SCRIPT)
    expect(plain.headers['content-encoding']).toBeUndefined()
    // A cache between them keeps both.
    expect([taken.headers.get('vary'), plain.headers.vary]).toEqual(['accept-encoding', 'accept-encoding'])
  })

  it.each(['/assets/missing.js', '/salleX', '/autre', '/.env'])('has nothing at %s', async (path) => {
    await expectProblem(await aVisitor(server).fetch(path), 404, 'not-found')
  })

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/assets/%2e%2e/%2e%2e/secret.txt', '/..%5csecret.txt'])(
    'never leaves its folder: %s',
    async (path) => {
      const { status, body } = await rawGet(path)
      expect(body).not.toContain('SECRET')
      expect(status).toBeGreaterThanOrEqual(400)
    },
  )

  it('sends the headers that keep foreign scripts out and plain http on localhost working', async () => {
    const { headers } = await aVisitor(server).fetch('/')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect(policy).toContain("worker-src 'self' blob:")
    expect(policy).toContain("object-src 'none'")
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })
})

describe('the API', () => {
  it('says its health and its public keys', async () => {
    const visitor = aVisitor(server)
    expect(await (await visitor.get('health')).json()).toMatchObject({ status: 'ok', version: '1.2.3', contract: 1 })
    const keys: unknown = await (await visitor.get('serverKeys')).json()
    expect(serverKeysSchema.parse(keys)).toEqual(keys)
  })

  it('describes itself', async () => {
    const description = (await (await aVisitor(server).fetch('/api/v1/openapi.json')).json()) as { paths: object }
    expect(Object.keys(description.paths)).toContain('/api/v1/envelopes')
  })

  it('names an unknown contract version as such, and an unknown path as such', async () => {
    const visitor = aVisitor(server)
    await expectProblem(await visitor.fetch('/api/v2/envelopes', { method: 'POST', body: '{}' }), 404, 'unknown-contract-version')
    await expectProblem(await visitor.fetch('/api/v12'), 404, 'unknown-contract-version')
    await expectProblem(await visitor.fetch('/api/v1/inconnu'), 404, 'not-found')
    await expectProblem(await visitor.fetch('/api/autre'), 404, 'not-found')
  })

  it('refuses malformed JSON and another media type', async () => {
    const visitor = aVisitor(server)
    await expectProblem(await visitor.post('deliver', '{"envelopes": ['), 400, 'invalid-request')
    await expectProblem(await visitor.post('deliver', 'x', {}, { 'content-type': 'text/plain' }), 400, 'invalid-request')
  })

  it.each([
    ['deliver', 'announced'],
    ['deliver', 'not announced'],
    ['enrol', 'announced'],
  ] as const)('refuses a body of 50 MB with a problem that who sent it reads, and goes on serving: %s, %s', async (route, length) => {
    await expectProblem(await send50Mb(routePath(route), length === 'announced'), 413, 'body-too-large')
    expect((await aVisitor(server).get('health')).status).toBe(200)
  })

  it('slows guesses down with a problem, and never deliveries', async () => {
    const slow = await aServer()
    try {
      const visitor = aVisitor(slow)
      let guesses = 0
      // Each for another account: one account's own waits come sooner (accounts-sign-in.test.ts).
      const guess = () =>
        visitor.fetch('/api/auth/sign-in/email', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email: `a${++guesses}@example.org`, password: 'je devine encore' }),
        })
      const statuses: number[] = []
      for (let count = 0; count < 20; count += 1) statuses.push((await guess()).status)
      expect(new Set(statuses)).toEqual(new Set([401]))
      await expectProblem(await guess(), 429, 'too-many-requests')
      const deliveries = await Promise.all(Array.from({ length: 150 }, () => visitor.post('deliver', { envelopes: ['x'] })))
      expect(new Set(deliveries.map((answer) => answer.status))).toEqual(new Set([200]))
    } finally {
      await slow.dispose()
    }
  })

  it('answers an unexpected error as a problem that leaks nothing', async () => {
    const broken = await aServer()
    try {
      await broken.running().context.storage.db.schema.dropTable('envelopes').execute()
      const problem = await expectProblem(await aVisitor(broken).post('deliver', { envelopes: ['x'] }), 500, 'internal')
      expect(JSON.stringify(problem)).not.toMatch(/envelopes|no such table|sqlite/i)
    } finally {
      await broken.dispose()
    }
  })
})
