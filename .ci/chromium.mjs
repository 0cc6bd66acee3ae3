import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const SHELL_NAMES = ['chromium-headless-shell']

/**
 * The Chromium the tests drive: CHROMIUM_PATH, else one of the system's, else Playwright's own download.
 * @returns {Promise<string | null>} the executable's path, null when there is none yet
 */
export async function findChromium() {
  const installed = findInstalledChromium()
  if (installed !== null) return installed
  const { chromium } = await import('playwright')
  const own = chromium.executablePath()
  return existsSync(own) ? own : null
}

/**
 * The one named by CHROMIUM_PATH, else one of the system's. Needs no package.
 * @returns {string | null}
 */
export function findInstalledChromium() {
  return process.env['CHROMIUM_PATH'] || findCommand(NAMES)
}

/**
 * The same engine in a smaller browser, Debian's chromium-headless-shell: it has neither profiles' windows, background sync nor installation, and
 * costs two thirds of the processor time. Where there is none, the whole browser.
 * @returns {Promise<string | null>} the executable's path, null when there is no browser yet
 */
export async function findHeadlessShell() {
  return process.env['CHROMIUM_PATH'] || findCommand(SHELL_NAMES) || (await findChromium())
}

/** @param {readonly string[]} names */
function findCommand(names) {
  for (const folder of ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]) {
    for (const name of names) if (isExecutable(join(folder, name))) return join(folder, name)
  }
  return null
}

/**
 * The whole browser loads the pages of its address bar's popup at each start, a third of the work of one. The last such flag replaces
 * Playwright's, whose list comes first.
 */
const DISABLED_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

/** Flags that make Chromium quiet, offline-minded and able to run as root in a container. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
]

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
