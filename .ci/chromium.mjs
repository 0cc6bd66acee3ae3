import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

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
  const named = process.env['CHROMIUM_PATH']
  if (named) return named
  for (const folder of ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]) {
    for (const name of NAMES) if (isExecutable(join(folder, name))) return join(folder, name)
  }
  return null
}

/** Flags that make Chromium quiet, offline-minded and able to run as root in a container. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
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
