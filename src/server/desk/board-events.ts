import type { FastifyReply } from 'fastify'
import type { Storage } from '../storage/engine.ts'

const HEARTBEAT_MS = 20_000
/** How long a stream may stay open after its sign-in ended. What changes meanwhile is told to nobody without right. */
const SIGN_IN_CHECK_MS = 2_000

interface Watcher {
  sessionId: string
  signInId: string
}

/** Server-sent events for open boards. Closing ends every stream, so that the server can stop. */
export interface BoardEvents {
  open: (watcher: Watcher, reply: FastifyReply) => FastifyReply
  closeAll: () => void
}

export interface SignInCheck {
  /** Which of these sign-ins still open the desk. */
  stillOpen: (signInIds: readonly string[]) => Promise<ReadonlySet<string>>
  /** Told when that could not be known: the streams then end, and browsers ask anew. */
  onFailure: (error: Error) => void
}

/**
 * Tells each open board when its session has changed, whichever process took the change. A stream is guarded when it opens, like any call,
 * and again before each event and every two seconds: an account deactivated or a sign-in revoked, here or in another process, ends it.
 */
export function createBoardEvents(storage: Storage, { stillOpen, onFailure }: SignInCheck): BoardEvents {
  const streams = new Map<FastifyReply, Watcher>()

  async function endClosed(watched: readonly [FastifyReply, Watcher][]): Promise<void> {
    const open = await stillOpen([...new Set(watched.map(([, { signInId }]) => signInId))]).catch((cause: unknown) => {
      onFailure(new Error('board streams ended: their sign-ins could not be checked', { cause }))
      return new Set<string>()
    })
    for (const [reply, { signInId }] of watched) if (!open.has(signInId)) end(reply)
  }

  function end(reply: FastifyReply): void {
    streams.delete(reply)
    reply.raw.end()
  }

  storage.onChange((changedId) => {
    const watched = [...streams].filter(([, { sessionId }]) => sessionId === changedId)
    if (watched.length === 0) return
    void endClosed(watched).then(() => {
      for (const [reply] of watched) if (streams.has(reply)) reply.raw.write('event: changed\ndata: {}\n\n')
    })
  })

  const checks = setInterval(() => {
    if (streams.size > 0) void endClosed([...streams])
  }, SIGN_IN_CHECK_MS)
  checks.unref()

  return {
    open: (watcher, reply) => {
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
      streams.set(reply, watcher)
      const heartbeat = setInterval(() => reply.raw.write(': \n\n'), HEARTBEAT_MS)
      reply.raw.on('close', () => {
        clearInterval(heartbeat)
        streams.delete(reply)
      })
      return reply
    },
    closeAll: () => {
      clearInterval(checks)
      for (const reply of [...streams.keys()]) end(reply)
    },
  }
}

/** Headers set so far (security among them): a hijacked reply no longer sends them by itself. */
function definedHeaders(reply: FastifyReply): Record<string, string | number | string[]> {
  return Object.fromEntries(Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
