import { afterEach, expect, it } from 'vitest'
import { expectAccessible } from './harness/axe.ts'
import { type Device, launchDevice, waitForServiceWorker } from './harness/browser.ts'
import { type ServerProcess, startServer } from './harness/server.ts'

let server: ServerProcess | undefined
let device: Device | undefined

afterEach(async () => {
  await device?.dispose()
  await server?.dispose()
  device = undefined
  server = undefined
})

it('opens the room again with no server, no network and a browser that was killed', async () => {
  server = await startServer()
  device = await launchDevice()

  const page = await device.open(`${server.origin}/salle`)
  await page.getByText('Carnet de jury').first().waitFor()
  expect(await page.title()).toContain('Carnet de jury')
  await expectAccessible(page)
  await waitForServiceWorker(page)

  await server.kill()
  await device.setOffline(true)
  await page.reload()
  await page.getByText('Carnet de jury').first().waitFor()

  await device.kill()
  await device.relaunch()
  const reopened = await device.open(`${server.origin}/salle`)
  await reopened.getByText('Carnet de jury').first().waitFor()
  expect(device.complaints).toEqual([])
})

it('can be installed: its manifest names it, and every icon it lists exists', async () => {
  server = await startServer()
  const manifest = await (await fetch(`${server.origin}/manifest.webmanifest`)).json()
  expect(manifest).toMatchObject({ name: 'Carnet de jury', lang: 'fr', start_url: '/salle', scope: '/', display: 'standalone' })
  const pictures: { src: string; type: string }[] = [...manifest.icons, ...(manifest.screenshots ?? [])]
  expect(pictures.length).toBeGreaterThanOrEqual(4)
  for (const { src, type } of pictures) {
    const answer = await fetch(new URL(src, server.origin))
    expect([src, answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([src, 200, type])
  }
})
