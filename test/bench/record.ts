import { createServer as createVite } from 'vite'
import { aSessionDay } from '../builders/a-session-day.ts'
import { launchDevice } from '../e2e/harness/browser.ts'
import { startServer } from '../e2e/harness/server.ts'
import { type Measure, measure, quantile } from './bench.ts'
import type {} from './record-page.ts'

const TAPS = 400
/** About a cheap tablet's processor. */
const CPU_THROTTLE = 4

/** From a tap to its encrypted row committed with strict durability, in Chromium, against an unencrypted Dexie put in the same page. */
export async function record(): Promise<Measure[]> {
  const server = await startServer()
  const vite = await createVite({
    configFile: false,
    logLevel: 'error',
    cacheDir: 'node_modules/.cache/vite-bench',
    define: { __APP_VERSION__: JSON.stringify('bench') },
    server: { port: 4890, host: '127.0.0.1', hmr: false, proxy: { '/api': server.origin } },
  })
  const device = await launchDevice({ wholeBrowser: true })
  try {
    const [setupLink] = await server.printed(/http\S+\/coordination\/premiere-connexion#\S+/)
    const day = await aSessionDay({ origin: server.origin, running: () => ({ setupLink }) })
    const code = new URL(await day.link('j1')).hash.slice(1)
    await vite.listen()
    const page = await device.open(`${vite.resolvedUrls?.local[0]}test/bench/record.html`)
    await page.waitForFunction(() => 'measureRecord' in window)
    await page.evaluate((text) => window.prepareRecord(text), code)
    const devtools = await device.context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_THROTTLE })
    const { ours, baseline } = await page.evaluate((taps) => window.measureRecord(taps), TAPS)
    const baselineName = `Dexie put, not encrypted, strict, CPU ÷ ${CPU_THROTTLE}`
    return [
      measure('record p50', 'ms', quantile(ours, 0.5), quantile(baseline, 0.5), baselineName),
      measure('record p99', 'ms', quantile(ours, 0.99), quantile(baseline, 0.99), baselineName),
    ]
  } finally {
    await device.dispose()
    await vite.close()
    await server.dispose()
  }
}
