import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { aServer, type TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { APP_DIR } from './harness/app-dir.ts'
import { type Device, launchDevice } from './harness/browser.ts'
import { drawSignature, expectDay, fillEnrolment, openOral, sign } from './harness/juror.ts'

let server: TestServer | undefined
let tablet: Device | undefined

afterEach(async () => {
  await tablet?.dispose()
  await server?.dispose()
  tablet = undefined
  server = undefined
})

/** How many pixels of the signature's zone have ink. */
function inkedPixels(page: Page): Promise<number> {
  return page.getByRole('img', { name: 'Zone de signature : dessinez avec le doigt ou le stylet' }).evaluate((zone) => {
    const canvas = zone instanceof HTMLCanvasElement ? zone : zone.querySelector('canvas')
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let inked = 0
    for (let alpha = 3; alpha < pixels.length; alpha += 4) if (pixels[alpha] !== 0) inked += 1
    return inked
  })
}

it('keeps a drawn signature when the tablet is turned while it is handed over', async () => {
  server = await aServer({ appDir: APP_DIR })
  const day = await aSessionDay(server)
  tablet = await launchDevice({ viewport: { width: 820, height: 1180 } })
  const page = await tablet.open(await day.link('j1'))
  await fillEnrolment(page)
  await expectDay(page)
  await openOral(page, '09:00')
  await page.getByRole('group', { name: 'Présence' }).getByRole('button', { name: 'Absent·e' }).click()
  await page.getByLabel('Que s’est-il passé ?').fill('Personne à l’appel de 9 h.')
  await page.getByRole('button', { name: /^Revoir/ }).click()
  await drawSignature(page)
  expect(await inkedPixels(page)).toBeGreaterThan(0)

  for (const size of [
    { width: 1180, height: 820 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size)
    await expect.poll(() => inkedPixels(page), { timeout: 5_000 }).toBeGreaterThan(0)
  }
  await sign(page)
  expect(tablet.complaints).toEqual([])
})
