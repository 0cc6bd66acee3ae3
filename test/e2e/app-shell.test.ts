import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'
import { expectAccessible } from './harness/axe.ts'
import { type Device, launchDevice, waitForServiceWorker } from './harness/browser.ts'
import { type ServerProcess, startServer } from './harness/server.ts'

const pictureSchema = z.object({ src: z.string(), type: z.string() })
const manifestSchema = z.object({
  name: z.literal('Carnet de jury'),
  lang: z.literal('fr'),
  start_url: z.literal('/salle'),
  scope: z.literal('/'),
  display: z.literal('standalone'),
  icons: z.array(pictureSchema.extend({ purpose: z.enum(['any', 'maskable']) })).min(4),
  screenshots: z.array(pictureSchema).default([]),
})

let server: ServerProcess | undefined
let device: Device | undefined

afterEach(async () => {
  await device?.dispose()
  await server?.dispose()
  device = undefined
  server = undefined
})

async function expectRoom(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.title()).toContain('Carnet de jury')
}

/** How much of the bytes of the scripts and styles loaded so far came through the network. */
async function compression(page: Page): Promise<number> {
  const { sent, whole } = await page.evaluate(() => {
    const loaded = performance.getEntriesByType('resource').filter(({ name }) => /\.(js|css)$/.test(name)) as PerformanceResourceTiming[]
    const sum = (size: (entry: PerformanceResourceTiming) => number) => loaded.reduce((total, entry) => total + size(entry), 0)
    return { sent: sum(({ encodedBodySize }) => encodedBodySize), whole: sum(({ decodedBodySize }) => decodedBodySize) }
  })
  expect(whole).toBeGreaterThan(500_000)
  return sent / whole
}

it('opens the room again with no server, no network and a browser that was killed', async () => {
  server = await startServer()
  device = await launchDevice({ wholeBrowser: true })

  const page = await device.open(`${server.origin}/salle`)
  await expectRoom(page)
  await expectAccessible(page)
  expect(await compression(page)).toBeLessThan(0.4)
  await waitForServiceWorker(page)

  await server.kill()
  await device.setOffline(true)
  await page.reload()
  await expectRoom(page)

  await device.kill()
  await device.relaunch()
  const reopened = await device.open(`${server.origin}/salle`)
  await expectRoom(reopened)
  expect(device.complaints).toEqual([])
})

it('can be installed: its manifest names it, and every picture it lists exists', async () => {
  server = await startServer()
  const manifest = manifestSchema.parse(await (await fetch(`${server.origin}/manifest.webmanifest`)).json())
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable')
  for (const { src, type } of [...manifest.icons, ...manifest.screenshots]) {
    const answer = await fetch(new URL(src, server.origin))
    expect([src, answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([src, 200, type])
  }
})
