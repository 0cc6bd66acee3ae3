import { type Browser, chromium } from 'playwright'
import { CHROMIUM_FLAGS } from '../../../.ci/chromium.mjs'
import { LAUNCH_LIMIT_MS, requireBrowser } from './browser.ts'

/** One for this process, open until `closeSharedBrowser` or the end of the process. */
let shared: Promise<Browser> | null = null

/** A browser that nobody kills, its contexts as many devices, each with cookies and storage of its own. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= launch()
  return shared
}

/** Closes it, when there is one. */
export async function closeSharedBrowser(): Promise<void> {
  const browser = await shared
  shared = null
  await browser?.close()
}

async function launch(): Promise<Browser> {
  // Whoever asks next tries again, whether this one never starts or ends before its time.
  const forget = () => {
    shared = null
  }
  try {
    const executablePath = await requireBrowser(false)
    return (await chromium.launch({ executablePath, args: CHROMIUM_FLAGS, timeout: LAUNCH_LIMIT_MS })).once('disconnected', forget)
  } catch (error) {
    forget()
    throw error
  }
}
