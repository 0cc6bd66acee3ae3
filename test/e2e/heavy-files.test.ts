import type { Locator, Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { type Device, launchDevice, waitForServiceWorker } from './harness/browser.ts'
import { backToDay, expectDay, fillEnrolment, openOral, unlock } from './harness/juror.ts'
import { startDemoServer } from './harness/ready.ts'
import type { ServerProcess } from './harness/server.ts'

const FETCH_LIMIT_MS = 120_000

let server: ServerProcess | undefined
let tablet: Device | undefined

afterEach(async () => {
  await tablet?.dispose()
  await server?.dispose()
  tablet = undefined
  server = undefined
})

function readerLine(page: Page): Locator {
  return page.getByRole('list', { name: 'Ce qui a été vérifié' }).getByRole('listitem').filter({ hasText: 'Lecteur de PDF hors ligne' })
}

it('opens without network even when its heavy files are missing, says so, fetches them again, and then reads a PDF offline', async () => {
  server = await startDemoServer()
  const link = (await server.printed(/Hélène Aubry \(Jury A\)[\s\S]*?(http\S+#\S+)/))[1] ?? ''
  tablet = await launchDevice()
  const page = await tablet.open(link)
  await fillEnrolment(page)
  await expectDay(page)
  await waitForServiceWorker(page)
  await page.getByRole('link', { name: 'Prêt ?', exact: true }).click()
  await page.getByRole('button', { name: 'Télécharger les supports écrits' }).click()
  await page.getByText(/supports enregistrés sur cet appareil/).waitFor({ timeout: FETCH_LIMIT_MS })
  await readerLine(page).getByText('Les supports PDF se lisent sans réseau.').waitFor({ timeout: FETCH_LIMIT_MS })

  // As after an installation on a network that gave up half-way.
  await page.evaluate(() => caches.delete('cdj-heavy'))
  const browser = await tablet.context.newCDPSession(page)
  await browser.send('Network.clearBrowserCache')
  await server.stop()
  await tablet.setOffline(true)
  await page.reload()
  await unlock(page)
  await readerLine(page)
    .getByText(/Une partie du lecteur de PDF manque \(0 fichiers/)
    .waitFor()

  await server.start()
  await tablet.setOffline(false)
  await page.getByRole('button', { name: 'Vérifier à nouveau' }).click()
  await readerLine(page).getByText('Les supports PDF se lisent sans réseau.').waitFor({ timeout: FETCH_LIMIT_MS })
  await page.getByText('La coordination a reçu ce résultat.').waitFor()

  await server.stop()
  await tablet.setOffline(true)
  await backToDay(page)
  await openOral(page, '08:30')
  await page.getByRole('link', { name: /^Lire le support de/ }).click()
  await page.getByText('/ 30', { exact: true }).waitFor()
  expect(tablet.complaints).toEqual([])
})
