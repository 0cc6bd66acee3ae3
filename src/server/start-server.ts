import '#texts/office.ts'
import type { AddressInfo } from 'node:net'
import { createSetupLink } from './accounts/setup.ts'
import { type AppOptions, createApp } from './app.ts'
import type { ServerConfig } from './config.ts'
import type { ServerContext } from './context.ts'
import { keepPurging } from './data-protection/keep-purging.ts'
import { createMailer } from './mail/mailer.ts'
import { openStorage } from './storage/engine.ts'
import { migrateToLatest } from './storage/migrate.ts'
import { publishBundled } from './storage/published.ts'
import { loadServerSecrets } from './storage/server-keys.ts'

export interface StartOptions {
  appDir?: string | null
  version?: string
  logger?: AppOptions['logger']
  now?: () => Date
}

export interface RunningServer {
  /** Where it listens, e.g. `http://127.0.0.1:4173`. */
  url: string
  /** The one-time link of the first account; null once there is one. */
  setupLink: string | null
  context: ServerContext
  /** Waits for requests under way, then closes the database. */
  close: () => Promise<void>
}

/** Opens and migrates the database, publishes the bundled certification, listens, erases what has served its time. Port 0 takes a free one. */
export async function startServer(config: ServerConfig, options: StartOptions = {}): Promise<RunningServer> {
  const now = options.now ?? (() => new Date())
  const logger = options.logger ?? false
  // Fastify's logger exists only once the app does, and the database comes first.
  let warn: (error: Error) => void = () => undefined
  const storage = await openStorage(config.database, (error) => warn(error))
  try {
    await migrateToLatest(storage)
    const at = now().toISOString()
    await publishBundled(storage.db, at)
    const context: ServerContext = {
      config: { publicUrl: config.publicUrl },
      storage,
      secrets: await loadServerSecrets(storage.db, at),
      mailer: config.mail && createMailer(config.mail),
      now,
    }
    const app = await createApp(context, {
      appDir: options.appDir ?? null,
      version: options.version ?? '0',
      logger,
      trustedProxies: config.trustedProxies,
    })
    warn = (error) => app.log.warn({ err: error }, 'database connection lost')
    const setupLink = await createSetupLink(context)
    await app.listen({ host: config.host, port: config.port })
    const purges = keepPurging(context, (error) => app.log.error({ err: error }, 'purge failed'))
    const { port } = app.server.address() as AddressInfo
    return {
      url: `http://${config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host}:${port}`,
      setupLink,
      context,
      close: async () => {
        await app.close()
        await purges.stop()
        await storage.close()
      },
    }
  } catch (error) {
    await storage.close()
    throw error
  }
}
