import { type Browser, type BrowserContextOptions, chromium } from 'playwright'
import { CHROMIUM_FLAGS } from '../../../.ci/chromium.mjs'
import { ACTION_LIMIT_MS, type Device, IN_FRANCE, LAUNCH_LIMIT_MS, requireBrowser } from './browser.ts'

/** A coordinator's computer: it works online, and nobody pulls its plug. */
export type Office = Pick<Device, 'open' | 'setOffline' | 'complaints' | 'dispose'>

/** One for the journeys of this process, one after the other: each has cookies and storage of its own. It ends with the process. */
let browser: Promise<Browser> | null = null

/** Opens one, on a wide screen unless told otherwise. It is spared the copy of the whole app that a tablet makes. */
export async function openOffice(viewport: BrowserContextOptions['viewport'] = { width: 1280, height: 800 }): Promise<Office> {
  browser ??= launch()
  const context = await (await browser).newContext({ ...IN_FRANCE, viewport, serviceWorkers: 'block' })
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

async function launch(): Promise<Browser> {
  // The next journey tries again, whether this one never starts or ends before its time.
  const forget = () => {
    browser = null
  }
  try {
    const executablePath = await requireBrowser(false)
    return (await chromium.launch({ executablePath, args: CHROMIUM_FLAGS, timeout: LAUNCH_LIMIT_MS })).once('disconnected', forget)
  } catch (error) {
    forget()
    throw error
  }
}
