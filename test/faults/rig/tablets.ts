import type { BrowserContext, Page } from 'playwright'
import { type Device, IN_FRANCE, launchDevice } from '../../e2e/harness/browser.ts'
import { sharedBrowser } from '../../e2e/harness/shared-browser.ts'
import type { DevicePage } from '../page/device-page.ts'
import { DEVICE_PATH } from './device-page-files.ts'

const ACTION_LIMIT_MS = 30_000

export interface Tablets {
  /** A new device, with nothing on it yet. */
  next(): Promise<BrowserContext>
  dispose(): Promise<void>
}

/** Contexts of the shared browser, each a device with storage of its own; for faults that do not kill the browser. */
export async function openTablets(): Promise<Tablets> {
  const browser = await sharedBrowser()
  const opened: BrowserContext[] = []
  return {
    next: async () => {
      const context = await browser.newContext(IN_FRANCE)
      context.setDefaultTimeout(ACTION_LIMIT_MS)
      opened.push(context)
      return context
    },
    dispose: async () => {
      for (const context of opened) await context.close()
    },
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
