import type { BrowserContextOptions } from 'playwright'
import { ACTION_LIMIT_MS, type Device, IN_FRANCE } from './browser.ts'
import { sharedBrowser } from './shared-browser.ts'

/** A coordinator's computer: it works online, and nobody pulls its plug. */
export type Office = Pick<Device, 'open' | 'setOffline' | 'complaints' | 'dispose'>

/** Opens one, on a wide screen unless told otherwise. It is spared the copy of the whole app that a tablet makes. */
export async function openOffice(viewport: BrowserContextOptions['viewport'] = { width: 1280, height: 800 }): Promise<Office> {
  const context = await (await sharedBrowser()).newContext({ ...IN_FRANCE, viewport, serviceWorkers: 'block' })
  context.setDefaultTimeout(ACTION_LIMIT_MS)
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(String(error.error())))
  return {
    complaints,
    async open(url) {
      const page = await context.newPage()
      await page.goto(url)
      return page
    },
    setOffline: (isOffline) => context.setOffline(isOffline),
    dispose: () => context.close(),
  }
}
