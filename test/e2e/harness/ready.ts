import { existsSync } from 'node:fs'
import { cp, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Device, type DeviceOptions, launchDevice, waitForWholeApp } from './browser.ts'
import { type ServerProcess, startServer } from './server.ts'

/** Starts a server that has its demonstration since before, with new links to enrol its jurors. */
export function startDemoServer(): Promise<ServerProcess> {
  return startServer({ demo: true, copiedFrom: inject('demoData') })
}

export type TabletOptions = Omit<DeviceOptions, 'copiedFrom' | 'wholeBrowser'>

/** Launches a tablet on which a server's app was opened once before: all of it is kept there, and nothing else. */
export async function launchTablet(server: { origin: string }, options: TabletOptions = {}): Promise<Device> {
  return launchDevice({ ...options, copiedFrom: await tabletWithApp(server.origin) })
}

/** One for each address, which is what a browser keeps an app under. The port is claimed, so nobody else makes the same one meanwhile. */
async function tabletWithApp(origin: string): Promise<string> {
  const kept = join(inject('tablets'), new URL(origin).port)
  if (existsSync(kept)) return kept
  const device = await launchDevice()
  try {
    await waitForWholeApp(await device.open(`${origin}/salle`))
    await device.context.close()
    const copy = `${kept}-unfinished`
    await cp(device.profile, copy, { recursive: true })
    await rename(copy, kept)
  } finally {
    await device.dispose()
  }
  return kept
}
