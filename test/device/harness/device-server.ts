import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { deliveryResponseSchema } from '#contract/delivery.ts'
import type { RouteId } from '#contract/routes.ts'
import { preparationSchema } from '#domain/preparation.ts'
import { generateSigningPair } from '#seal/keys.ts'
import { receiptSchema, signReceipt } from '#seal/receipt.ts'
import { aServer } from '../../builders/a-server.ts'
import { aSessionDay } from '../../builders/a-session-day.ts'
import { aStoredSupport } from './a-stored-support.ts'
import { anOwnServer } from './an-own-server.ts'
import type { Fault, LaneReport } from './faults.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The faulty network's address. `/lane/<id>` before an API path: one case's way to the real server. */
    deviceServer: string
  }
}

const CORS = {
  // Chromium silently repeats a request whose reused connection was cut: a new connection each shows the app what happened.
  Connection: 'close',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'Content-Type, Authorization, Range',
  'Access-Control-Expose-Headers': 'Retry-After',
}

interface Lane {
  faults: Fault[]
  report: LaneReport
}

/** Starts a real server with an imported session, and in front of it a network that fails on demand, for tests that run in a browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await aServer()
  const day = await aSessionDay(server)
  await aStoredSupport(server, day.sessionId)
  const ownServers = new Map<string, ReturnType<typeof anOwnServer>>()
  const lanes = new Map<string, Lane>()
  const laneOf = (id: string): Lane => {
    const lane = lanes.get(id) ?? { faults: [], report: { requests: [] } }
    lanes.set(id, lane)
    return lane
  }

  const network = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error('network broke'))
    })
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, realm = '', id = '', ...rest] = (request.url ?? '').split('/')
    const body = await readAll(request)
    if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end()
    if (realm === 'enrolment') return sendJson(response, { code: new URL(await day.link(id)).hash.slice(1) })
    if (realm === 'offline') return sendJson(response, await day.offline(id))
    if (realm === 'accept') {
      const accepted = await day.coordinator.post('acceptSecondDevice', '', { sessionId: day.sessionId, deviceId: id })
      return sendJson(response, { accepted: accepted.ok })
    }
    if (realm === 'desk') return sendJson(response, await askDesk(id, body.toString()))
    if (realm === 'own') return ownServer(id, rest, request, body, response)
    const lane = laneOf(id)
    if (realm === 'faults') {
      lane.faults.push(...(JSON.parse(body.toString()) as Fault[]))
      return sendJson(response, {})
    }
    if (realm === 'report') return sendJson(response, lane.report)
    await pass(server.origin, `/${rest.join('/')}`, request, body, response, lane)
  }

  /** What the coordinator does for a case: posts to a route of the session. */
  async function askDesk(routeId: string, body: string): Promise<unknown> {
    const answer = await day.coordinator.post(routeId as RouteId, body, { sessionId: day.sessionId })
    return answer.json()
  }

  /** `link`, `desk`, `recusals`, `backup`, `restore` and `sheets` are for the case; the rest goes through to that server. */
  async function ownServer(
    id: string,
    [act = '', ...rest]: string[],
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    const starting = ownServers.get(id) ?? anOwnServer()
    ownServers.set(id, starting)
    const own = await starting
    if (act === 'link') return sendJson(response, { code: new URL(await own.link('j1')).hash.slice(1) })
    if (act === 'desk') {
      const [routeId = '', params = ''] = (rest[0] ?? '').split('?')
      return sendJson(response, await own.askDesk(routeId, body.toString(), Object.fromEntries(new URLSearchParams(params))))
    }
    if (act === 'recusals') {
      await own.noteRecusals(preparationSchema.shape.recusals.parse(JSON.parse(body.toString())))
      return sendJson(response, {})
    }
    if (act === 'sheets') return sendJson(response, await own.storedSheets())
    if (act === 'backup' || act === 'restore') {
      await (act === 'backup' ? own.backUp() : own.restore())
      return sendJson(response, {})
    }
    await pass(own.server.origin, `/${[act, ...rest].join('/')}`, request, body, response, laneOf(id))
  }

  async function pass(
    origin: string,
    path: string,
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    lane: Lane,
  ): Promise<void> {
    const fault = lane.faults.shift()
    lane.report.requests.push({
      method: request.method ?? '',
      path,
      range: request.headers.range ?? '',
      envelopes: path.endsWith('/envelopes') ? (JSON.parse(body.toString()) as { envelopes: string[] }).envelopes.length : 0,
    })
    if (fault?.kind === 'cutBefore') return void response.destroy()
    if (fault?.kind === 'answer') return void response.writeHead(fault.status, { ...CORS, ...fault.headers }).end(fault.body)
    const answer = await forward(origin + path, request, body)
    const bytes = await tamper(fault, answer.bytes)
    if (fault?.kind === 'cutAfter') return void response.destroy()
    const headers = { ...CORS, 'Content-Type': answer.type, 'Content-Length': bytes.length, ...answer.headers }
    response.writeHead(answer.status, headers)
    if (fault?.kind !== 'half') return void response.end(bytes)
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => setTimeout(() => response.destroy(), 100))
  }

  await new Promise<void>((resolve) => network.listen(0, '127.0.0.1', resolve))
  project.provide('deviceServer', `http://127.0.0.1:${(network.address() as AddressInfo).port}`)
  return async () => {
    network.closeAllConnections()
    await new Promise((resolve) => network.close(resolve))
    await server.dispose()
    await Promise.all([...ownServers.values()].map(async (starting) => (await starting).server.dispose()))
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...CORS, 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}

interface Answer {
  status: number
  type: string
  headers: Record<string, string>
  bytes: Buffer
}

async function forward(url: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  const { authorization, range } = request.headers
  const answer = await fetch(url, {
    method: request.method ?? 'GET',
    headers: {
      ...(body.length > 0 ? { 'Content-Type': 'application/json' } : {}),
      ...(authorization ? { Authorization: authorization } : {}),
      ...(range ? { Range: range } : {}),
    },
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  })
  const contentRange = answer.headers.get('Content-Range')
  return {
    status: answer.status,
    type: answer.headers.get('Content-Type') ?? '',
    headers: contentRange ? { 'Content-Range': contentRange } : {},
    bytes: Buffer.from(await answer.arrayBuffer()),
  }
}

async function tamper(fault: Fault | undefined, bytes: Buffer): Promise<Buffer> {
  if (fault?.kind === 'firstResultOnly') {
    const { results } = deliveryResponseSchema.parse(JSON.parse(bytes.toString()))
    return Buffer.from(JSON.stringify({ results: results.slice(0, 1) }))
  }
  if (fault?.kind !== 'forgeReceipts') return bytes
  const forger = await generateSigningPair()
  const { results } = deliveryResponseSchema.parse(JSON.parse(bytes.toString()))
  const forged = await Promise.all(
    results.map(async (result) => {
      if (result.outcome !== 'stored') return result
      const [, payload = ''] = result.receipt.split('.')
      const receipt = receiptSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
      return { ...result, receipt: await signReceipt(receipt, forger.privateKey, forger.keyId) }
    }),
  )
  return Buffer.from(JSON.stringify({ results: forged }))
}
