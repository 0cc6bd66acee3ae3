import { request as httpRequest } from 'node:http'

const WATCHED = /\/src\/(server|contract|seal|domain|frameworks|texts)\//

/** @typedef {{ url: string, setupLink: string | null, close: () => Promise<void> }} RunningApi */
/** @typedef {{ readConfig: (environment: Record<string, string | undefined>) => object }} ConfigModule */
/** @typedef {{ startServer: (config: object, options: { version: string }) => Promise<RunningApi> }} StartModule */

/**
 * `npm run dev` is one process: this plugin runs the API from its sources, on a free port of its own, behind Vite's. A change in
 * them starts it anew at the next request, on the same data.
 * @param {string} version
 * @returns {import('vite').Plugin}
 */
export function devApi(version) {
  return {
    name: 'carnet:dev-api',
    apply: 'serve',
    configureServer(vite) {
      if (process.env['VITEST']) return
      /** @type {Promise<RunningApi> | null} */
      let running = null
      const current = () => {
        running ??= start(vite, version)
        return running
      }
      vite.watcher.on('change', (file) => {
        if (!WATCHED.test(file) || running === null) return
        const old = running
        running = old.then((api) => api.close()).then(() => start(vite, version))
        running.catch((error) => vite.config.logger.error(String(error)))
      })
      vite.httpServer?.once('listening', () => current().catch((error) => vite.config.logger.error(String(error))))
      vite.httpServer?.once('close', () => running?.then((api) => api.close()))
      vite.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith('/api/')) return next()
        current().then((api) => forward(api.url, request, response), next)
      })
    },
  }
}

/**
 * @param {import('vite').ViteDevServer} vite
 * @param {string} version
 */
async function start(vite, version) {
  const { readConfig } = /** @type {ConfigModule} */ (await vite.ssrLoadModule('/src/server/config.ts'))
  const { startServer } = /** @type {StartModule} */ (await vite.ssrLoadModule('/src/server/start-server.ts'))
  const publicUrl = `http://localhost:${vite.config.server.port}`
  const config = readConfig({ PUBLIC_URL: publicUrl, ...process.env, HOST: '127.0.0.1' })
  const api = await startServer({ ...config, port: 0 }, { version })
  if (api.setupLink !== null) vite.config.logger.info(`  ➜  ${api.setupLink}`)
  return api
}

/**
 * @param {string} target
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function forward(target, request, response) {
  const onward = httpRequest(new URL(request.url ?? '/', target), { method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.once('error', () => response.destroy())
  response.once('close', () => onward.destroy())
  request.pipe(onward)
}
