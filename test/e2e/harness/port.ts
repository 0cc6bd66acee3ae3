import { createServer, type Server } from 'node:net'

/** Below those the system gives to outgoing connections: a stopped server finds its own free again. */
const FIRST_PORT = 4800
const PORT_COUNT = 100

/**
 * A port nobody listens on, and nobody else will until it is released: its server may stop and start again. The claim is a second port,
 * listened to meanwhile; files and runs that go side by side never get the same one, and the system takes it back from a killed run.
 */
export async function claimPort(): Promise<{ port: number; release(): void }> {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORT_COUNT; port++) {
    const claim = await listen(port + PORT_COUNT)
    if (claim === null) continue
    const release = () => void claim.close()
    const probe = await listen(port)
    if (probe !== null) {
      await new Promise((resolve) => probe.close(resolve))
      return { port, release }
    }
    release()
  }
  throw new Error(`no free port from ${FIRST_PORT} to ${FIRST_PORT + PORT_COUNT - 1}`)
}

/** Null when somebody else does. */
function listen(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => resolve(server.unref()))
  })
}
