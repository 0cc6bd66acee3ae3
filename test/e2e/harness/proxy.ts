import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody between a browser and the server. */
export interface Proxy {
  origin: string
  dispose(): Promise<void>
}

/** Changes the text of an answer to one path of the server; `alter` is asked anew at each request. */
export async function startProxy(target: string, path: string, alter: (text: string) => string): Promise<Proxy> {
  const proxy = createServer((request, answer) => {
    void forward(request, target).then(async (response) => {
      const body = Buffer.from(await response.arrayBuffer())
      const isAltered = request.url === path
      answer.writeHead(response.status, { 'content-type': response.headers.get('content-type') ?? 'application/octet-stream' })
      answer.end(isAltered ? alter(body.toString('utf8')) : body)
    })
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    origin: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    async dispose() {
      proxy.close()
      proxy.closeAllConnections()
      await once(proxy, 'close')
    },
  }
}

async function forward(request: IncomingMessage, target: string): Promise<Response> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const type = request.headers['content-type']
  return fetch(target + (request.url ?? ''), {
    method: request.method ?? 'GET',
    headers: type === undefined ? {} : { 'content-type': type },
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  })
}
