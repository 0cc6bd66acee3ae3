import type { FastifyReply } from 'fastify'
import type { Storage } from '../storage/engine.ts'

const HEARTBEAT_MS = 20_000

/** Server-sent events for open boards. Closing ends every stream, so that the server can stop. */
export interface BoardEvents {
  open: (sessionId: string, reply: FastifyReply) => FastifyReply
  closeAll: () => void
}

/** Tells each open board when its session has changed, whichever process took the change. */
export function createBoardEvents(storage: Storage): BoardEvents {
  const streams = new Map<FastifyReply, string>()
  storage.onChange((sessionId) => {
    for (const [reply, watched] of streams) if (watched === sessionId) reply.raw.write('event: changed\ndata: {}\n\n')
  })
  return {
    open: (sessionId, reply) => {
      reply.hijack()
      reply.raw.writeHead(200, {
        ...definedHeaders(reply),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        // A stream's connection ends with it: kept alive, it would hold the server's closing back.
        connection: 'close',
      })
      reply.raw.write('retry: 2000\n\n')
      streams.set(reply, sessionId)
      const heartbeat = setInterval(() => reply.raw.write(': \n\n'), HEARTBEAT_MS)
      reply.raw.on('close', () => {
        clearInterval(heartbeat)
        streams.delete(reply)
      })
      return reply
    },
    closeAll: () => {
      for (const reply of streams.keys()) reply.raw.end()
    },
  }
}

/** Headers set so far (security among them): a hijacked reply no longer sends them by itself. */
function definedHeaders(reply: FastifyReply): Record<string, string | number | string[]> {
  return Object.fromEntries(Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
