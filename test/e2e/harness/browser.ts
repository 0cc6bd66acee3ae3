import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { KEEP_HEAVY_FILES } from '#device/heavy-files.ts'
import { CHROMIUM_FLAGS, findChromium, findHeadlessShell } from '../../../.ci/chromium.mjs'
import { waitFor } from './server.ts'

export const LAUNCH_LIMIT_MS = 30_000
export const ACTION_LIMIT_MS = 15_000

const BLANK = 'about:blank'

/** Where its users are. */
export const IN_FRANCE = { locale: 'fr-FR', timezoneId: 'Europe/Paris' }

/** A tablet or laptop: one Chromium on a profile that outlives it, so that it can be killed and opened again. */
export interface Device {
  readonly context: BrowserContext
  /** The folder of its profile. */
  readonly profile: string
  /** Opens an address in a new tab, or in the empty one that a browser starts with. */
  open(url: string): Promise<Page>
  /** Cuts or restores the network, for pages and service worker alike. */
  setOffline(isOffline: boolean): Promise<void>
  /** Stops every process of the browser for this long (SIGSTOP, SIGCONT), as a machine that sleeps. */
  sleep(ms: number): Promise<void>
  /** SIGKILL of the whole browser, as a battery pulled out. */
  kill(): Promise<void>
  /** Opens the browser again on the same profile. */
  relaunch(): Promise<void>
  /** Uncaught errors of every page opened so far. */
  readonly complaints: readonly string[]
  dispose(): Promise<void>
}

export interface DeviceOptions {
  /** The browser a juror has, where more than its engine is needed: installation, background sync, updates, wake locks, its own death. Else a lighter one. */
  wholeBrowser?: boolean
  viewport?: BrowserContextOptions['viewport']
  colorScheme?: 'light' | 'dark'
  hasTouch?: boolean
  /** With the machine's own memory a passphrase costs what a good tablet pays. Else the least allowed, as on the smallest: a tenth of the time. */
  ownMemory?: boolean
  /** More Chromium flags, e.g. a fake camera's. */
  flags?: string[]
  /** The profile of a closed browser, to go on from. */
  copiedFrom?: string
}

/** Launches Chromium on a new profile. Never with `permissions`: listing some denies all others, background sync and wake lock included. */
export async function launchDevice(options: DeviceOptions = {}): Promise<Device> {
  const executablePath = await requireBrowser(options.wholeBrowser === true)
  const profile = await mkdtemp(join(tmpdir(), 'carnet-profile-'))
  if (options.copiedFrom !== undefined) await cp(options.copiedFrom, profile, { recursive: true })
  const complaints: string[] = []

  async function launch(): Promise<BrowserContext> {
    const launched = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: [...CHROMIUM_FLAGS, ...(options.flags ?? [])],
      viewport: options.viewport ?? { width: 1180, height: 820 },
      colorScheme: options.colorScheme ?? 'light',
      hasTouch: options.hasTouch ?? false,
      ...IN_FRANCE,
      timeout: LAUNCH_LIMIT_MS,
      // Chromium writes to its home and to the temporary folder besides its profile, and leaves it there.
      env: { ...process.env, HOME: profile, TMPDIR: profile },
    })
    launched.setDefaultTimeout(ACTION_LIMIT_MS)
    if (!options.ownMemory) await launched.addInitScript(() => Object.defineProperty(navigator, 'deviceMemory', { value: 0.25 }))
    launched.on('weberror', (error) => complaints.push(String(error.error())))
    return launched
  }

  let context = await launch()
  let isOpen = true

  async function kill(): Promise<void> {
    if (!isOpen) return
    isOpen = false
    const pid = await readBrowserPid(profile)
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve()))
    for (const each of await listProcesses(pid)) signalIfRunning(each, 'SIGKILL')
    await Promise.race([closed, rejectAfter(ACTION_LIMIT_MS, 'the killed browser to be gone')])
    await waitFor('the killed browser to be gone', ACTION_LIMIT_MS, () => !isRunning(pid))
  }

  async function sleep(ms: number): Promise<void> {
    const processes = await listProcesses(await readBrowserPid(profile))
    for (const each of processes) signalIfRunning(each, 'SIGSTOP')
    await new Promise((resolve) => setTimeout(resolve, ms))
    for (const each of processes) signalIfRunning(each, 'SIGCONT')
  }

  return {
    get context() {
      return context
    },
    profile,
    complaints,
    async open(url) {
      // Each further tab is another process, and a launched browser has one already. Beside other pages, an empty one is somebody's window.
      const [first, ...others] = context.pages()
      const page = first?.url() === BLANK && others.length === 0 ? first : await context.newPage()
      await page.goto(url, { timeout: ACTION_LIMIT_MS })
      return page
    },
    setOffline: (isOffline) => context.setOffline(isOffline),
    sleep,
    kill,
    async relaunch() {
      if (isOpen) throw new Error('this browser is still open')
      // A killed Chromium leaves its lock behind; it names a process that no longer exists.
      await rm(join(profile, 'SingletonLock'), { force: true })
      context = await launch()
      isOpen = true
    },
    async dispose() {
      if (isOpen) await Promise.race([context.close(), rejectAfter(ACTION_LIMIT_MS, 'the browser to close')])
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

/** Waits until the service worker controls the page: from then on the app opens without network. */
export async function waitForServiceWorker(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.ready.then((registration) => registration.active?.state === 'activated'), null, {
    timeout: LAUNCH_LIMIT_MS,
  })
}

/** Waits until the heavy files too are kept (PDF reader, QR reader, desk): from then on every screen works without network. */
export async function waitForWholeApp(page: Page): Promise<void> {
  await waitForServiceWorker(page)
  const isWhole = await page.evaluate(async (type) => {
    const { active } = await navigator.serviceWorker.ready
    const { port1, port2 } = new MessageChannel()
    const answer = new Promise<{ stored: number; expected: number }>((resolve) => {
      port1.onmessage = ({ data }) => resolve(data)
    })
    active?.postMessage({ type }, [port2])
    const { stored, expected } = await answer
    return stored === expected
  }, KEEP_HEAVY_FILES)
  if (!isWhole) throw new Error('the worker could not keep every heavy file')
}

/** The browser to drive; throws when there is none. */
export async function requireBrowser(isWhole: boolean): Promise<string> {
  const path = await (isWhole ? findChromium() : findHeadlessShell())
  if (path === null) throw new Error('Chromium is missing: run npm test, or set CHROMIUM_PATH')
  return path
}

/** The process that was started with this profile: the browser, or the script that runs it and ends with it. */
async function readBrowserPid(profile: string): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-e', '-ww', '-o', 'pid=,args='])
  const line = stdout.split('\n').find((one) => one.includes(`--user-data-dir=${profile}`) && !one.includes(' --type='))
  const pid = Number.parseInt(line ?? '', 10)
  if (!Number.isInteger(pid)) throw new Error(`no browser runs on ${profile}`)
  return pid
}

/** A process and all its descendants. */
async function listProcesses(pid: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-e', '-o', 'pid=,ppid='])
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const found = [pid]
  for (const parent of found) for (const [child, of] of pairs) if (of === parent && child !== undefined) found.push(child)
  return found
}

function signalIfRunning(pid: number, signal: NodeJS.Signals): void {
  if (isRunning(pid)) process.kill(pid, signal)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function rejectAfter(limitMs: number, what: string): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`waited ${limitMs} ms for ${what}`)), limitMs).unref()
  })
}
