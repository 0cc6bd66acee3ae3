import { aServer, type ServerOptions, type TestServer } from '../../builders/a-server.ts'
import { APP_DIR } from './app-dir.ts'
import { claimPort } from './port.ts'

/** A server in this process, which serves the built app. */
export async function serveApp(options: ServerOptions = {}): Promise<TestServer> {
  const { port, release } = await claimPort()
  try {
    const server = await aServer({ appDir: APP_DIR, ...options, port })
    return {
      ...server,
      dispose: async () => {
        await server.dispose()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}
