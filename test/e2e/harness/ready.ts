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

/** What is being made, by address. */
const making = new Map<string, Promise<string>>()

/** One for each address, which is what a browser keeps an app under. The address's port is claimed: no other process makes the same one. */
function tabletWithApp(origin: string): Promise<string> {
  const kept = join(inject('tablets'), new URL(origin).port)
  if (existsSync(kept)) return Promise.resolve(kept)
  const made = making.get(origin) ?? makeTablet(origin, kept).finally(() => making.delete(origin))
  making.set(origin, made)
  return made
}

async function makeTablet(origin: string, kept: string): Promise<string> {
  const device = await launchDevice()
  try {
    await waitForWholeApp(await device.open(`${origin}/salle`))
    await device.context.close()
    // Named last, when it is whole.
    const copy = `${kept}-unfinished`
    await cp(device.profile, copy, { recursive: true })
    await rename(copy, kept)
  } finally {
    await device.dispose()
  }
  return kept
}
