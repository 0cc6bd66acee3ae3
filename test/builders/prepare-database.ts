import { readConfig } from '#server/config.ts'
import { startServer } from '#server/start-server.ts'
import { freePort } from './a-free-port.ts'
import { askToSignIn, COORDINATOR, cookiesOf, createFirstAccount } from './a-server.ts'

/**
 * Runs a server once on a database: it then has the newest schema, the server's keys, the bundled certification, and a signed-in first
 * coordinator, whose cookies are the answer. `environment`: where the data is, as a server is told.
 */
export async function prepareDatabase(environment: Record<string, string>): Promise<string> {
  const config = readConfig({ HOST: '127.0.0.1', PORT: String(await freePort()), ...environment })
  const running = await startServer(config)
  try {
    const server = { origin: config.publicUrl, running: () => running }
    await createFirstAccount(server)
    return cookiesOf(await askToSignIn(server, COORDINATOR))
  } finally {
    await running.close()
  }
}
