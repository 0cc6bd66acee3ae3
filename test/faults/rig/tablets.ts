import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { CHROMIUM_FLAGS } from '../../../.ci/chromium.mjs'
import { type Device, launchDevice, requireBrowser } from '../../e2e/harness/browser.ts'
import type { DevicePage } from '../page/device-page.ts'
import { DEVICE_PATH } from './device-page-files.ts'

const ACTION_LIMIT_MS = 30_000

export interface Tablets {
  /** A new device, with nothing on it yet. */
  next(): Promise<BrowserContext>
  dispose(): Promise<void>
}

/** One for all the faults that do not kill it, one after the other; open until `closeTablets`. */
let shared: Promise<Browser> | null = null

/** One Chromium whose contexts are as many devices, each with storage of its own; for faults that do not kill the browser. */
export async function launchTablets(): Promise<Tablets> {
  shared ??= launch()
  const browser = await shared
  const opened: BrowserContext[] = []
  return {
    next: async () => {
      const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' })
      context.setDefaultTimeout(ACTION_LIMIT_MS)
      opened.push(context)
      return context
    },
    dispose: async () => {
      for (const context of opened) await context.close()
    },
  }
}

/** Closes that Chromium, when there is one: no fault comes after. */
export async function closeTablets(): Promise<void> {
  const browser = await shared
  shared = null
  await browser?.close()
}

async function launch(): Promise<Browser> {
  // The next fault tries again, whether this one never starts or ends before its time.
  const forget = () => {
    shared = null
  }
  try {
    const executablePath = await requireBrowser(false)
    return (await chromium.launch({ executablePath, args: CHROMIUM_FLAGS, timeout: ACTION_LIMIT_MS })).once('disconnected', forget)
  } catch (error) {
    forget()
    throw error
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
