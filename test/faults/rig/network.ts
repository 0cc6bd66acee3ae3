import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { routePath } from '#contract/routes.ts'
import { DEVICE_PATH, devicePageFiles } from './device-page-files.ts'

/** What befalls one delivery on its way. Every other request goes through. */
export type Weather =
  | { kind: 'clear' }
  /** The server gets this share of the request's bytes, then the connection is gone at both ends. */
  | { kind: 'cutRequest'; share: number }
  /** The server does all its work; the device gets this share of the answer's bytes, 0 for none. */
  | { kind: 'cutAnswer'; share: number }
  /** Somebody else answers; the server sees nothing. */
  | { kind: 'stranger'; status: number; headers: string; body: string }

/** The one origin a device knows: the device page, and behind it the real server through weather that the fault decides. */
export interface Network {
  origin: string
  /** Decides for each delivery that comes. */
  weather: () => Weather
  close(): Promise<void>
}

const CLEAR = (): Weather => ({ kind: 'clear' })

/** Opens the network in front of a server that may die and come back on its port. */
export async function openNetwork(server: { origin: string }): Promise<Network> {
  const files = await devicePageFiles()
  const upstreamPort = Number(new URL(server.origin).port)
  const deliverPath = routePath('deliver')
  const door = createServer((request, response) => {
    const path = request.url ?? ''
    const file = path.startsWith(DEVICE_PATH) ? files.get(path) : undefined
    if (file) {
      response.writeHead(200, { 'Content-Type': file.type, Connection: 'close' }).end(file.text)
      return
    }
    pass(request, upstreamPort, path === deliverPath ? network.weather() : CLEAR()).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const network: Network = {
    origin: `http://localhost:${(door.address() as AddressInfo).port}`,
    weather: CLEAR,
    close: async () => {
      door.closeAllConnections()
      await new Promise((resolve) => door.close(resolve))
    },
  }
  return network
}

async function pass(request: IncomingMessage, port: number, weather: Weather): Promise<void> {
  const bytes = await rawRequest(request, port)
  const { socket } = request
  if (weather.kind === 'stranger') {
    const { status, headers, body } = weather
    socket.end(`HTTP/1.1 ${status} Stranger\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`)
    return
  }
  if (weather.kind === 'cutRequest') {
    await sendCut(port, bytes.subarray(0, Math.floor(bytes.length * weather.share)))
    socket.destroy()
    return
  }
  const answer = await sendWhole(port, bytes)
  if (weather.kind === 'clear') {
    socket.end(answer)
    return
  }
  const part = answer.subarray(0, Math.floor(answer.length * weather.share))
  await new Promise<void>((resolve) => (part.length === 0 ? resolve() : socket.write(part, () => setTimeout(resolve, 20))))
  socket.destroy()
}

/** The request as bytes on the wire; its connection ends with the answer, so that a browser never repeats it by itself on another. */
async function rawRequest(request: IncomingMessage, port: number): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const body = Buffer.concat(parts)
  const kept = Object.entries(request.headers).filter(
    ([name]) => !['host', 'connection', 'content-length', 'accept-encoding'].includes(name),
  )
  const lines = [
    `${request.method} ${request.url} HTTP/1.1`,
    `host: localhost:${port}`,
    'connection: close',
    ...kept.map(([name, value]) => `${name}: ${String(value)}`),
    ...(body.length > 0 ? [`content-length: ${body.length}`] : []),
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body])
}

/** Sends bytes on a connection of their own and gives all that comes back until it ends. Rejects when the server is not there. */
export function sendWhole(port: number, bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const answer: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (part) => answer.push(part))
    // A server may answer and hang up before it has read everything.
    socket.once('error', (error) => (answer.length > 0 ? resolve(Buffer.concat(answer)) : reject(error)))
    socket.once('close', () => resolve(Buffer.concat(answer)))
  })
}

/** Sends bytes, then drops the connection as a lost radio link does. Resolves once they have left. */
export function sendCut(port: number, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const drop = (socket: Socket): void => {
      socket.destroy()
      resolve()
    }
    const socket = connect(port, '127.0.0.1', () => (bytes.length === 0 ? drop(socket) : socket.write(bytes, () => drop(socket))))
    socket.once('error', reject)
  })
}
