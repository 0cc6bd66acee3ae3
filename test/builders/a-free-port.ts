import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below those the system gives to outgoing connections: one of these could take a port between its choice and its use. */
const FIRST_PORT = 20_000
const LAST_PORT = 29_999

/** A port nobody listens on now, drawn by chance: files that run side by side hardly ever draw the same one. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
