import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { CHROMIUM_FLAGS, findHeadlessShell } from '../../../.ci/chromium.mjs'
import { type Device, launchDevice } from '../../e2e/harness/browser.ts'
import type { DevicePage } from '../page/device-page.ts'
import { DEVICE_PATH } from './device-page-files.ts'

const ACTION_LIMIT_MS = 30_000

/** One Chromium whose contexts are as many devices, each with storage of its own; for faults that do not kill the browser. */
export interface Tablets {
  /** A new device, with nothing on it yet. */
  next(): Promise<BrowserContext>
  dispose(): Promise<void>
}

export async function launchTablets(): Promise<Tablets> {
  const executablePath = await findHeadlessShell()
  if (executablePath === null) throw new Error('Chromium is missing: run npm test, or set CHROMIUM_PATH')
  const browser: Browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS, timeout: ACTION_LIMIT_MS })
  return {
    next: async () => {
      const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' })
      context.setDefaultTimeout(ACTION_LIMIT_MS)
      return context
    },
    dispose: () => browser.close(),
  }
}

/** A Chromium of its own for each device, on a disk as a person's: what a context in memory cannot show. */
export function launchOwnTablets(): Tablets {
  const launched: Device[] = []
  return {
    next: async () => {
      const device = await launchDevice()
      launched.push(device)
      return device.context
    },
    dispose: async () => {
      for (const device of launched) await device.dispose()
    },
  }
}

/** Opens the device page in a new tab, ready to be called. */
export async function openDevicePage(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(origin + DEVICE_PATH, { timeout: ACTION_LIMIT_MS })
  await page.waitForFunction(() => 'device' in window)
  return page
}

type Calls = { [Name in keyof DevicePage]: (...args: Parameters<DevicePage[Name]>) => Promise<Awaited<ReturnType<DevicePage[Name]>>> }

/** The device page's functions, called from here. */
export function callsOf(page: Page): Calls {
  return new Proxy({} as Calls, {
    get:
      (_calls, name: string) =>
      (...args: unknown[]) =>
        page.evaluate(([called, given]) => window.callDevice(called, given), [name, args] as [string, unknown[]]),
  })
}
