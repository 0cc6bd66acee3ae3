import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { aServer, COORDINATOR, type TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { APP_DIR } from './harness/app-dir.ts'
import { type Device, launchDevice, waitForWholeApp } from './harness/browser.ts'
import { expectDay, fillEnrolment, orals } from './harness/juror.ts'

/** A mandate's code has many modules: filmed as large as a hand would hold it before the screen. */
const FILMED_PIXELS = 760
/** One second of the camera's file, which plays again and again. */
const PICTURES = 30
const READ_LIMIT_MS = 60_000

let server: TestServer | undefined
let devices: Device[] = []
let folder: string | undefined

afterEach(async () => {
  for (const device of devices) await device.dispose()
  await server?.dispose()
  if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  devices = []
  server = undefined
  folder = undefined
})

async function launch(flags: string[] = []): Promise<Device> {
  const device = await launchDevice({ flags })
  devices.push(device)
  return device
}

/** Makes a mandate for a late candidate at the desk, and films its code. */
async function filmMandate(desk: Page, path: string): Promise<void> {
  await desk.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await desk.getByLabel('Mot de passe', { exact: true }).fill(COORDINATOR.password)
  await desk.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await desk.getByRole('heading', { name: 'Mandats' }).waitFor()
  await desk.getByLabel('Numéro', { exact: true }).fill('0099')
  await desk.getByLabel('Prénom').fill('Zoé')
  await desk.getByLabel('Nom', { exact: true }).fill('Tardy')
  await desk.getByLabel('Jour et heure').fill(`${new Date().toISOString().slice(0, 10)}T18:00`)
  await desk.getByRole('button', { name: 'Ajouter l’oral et faire le mandat' }).click()
  const code = desk.getByRole('img', { name: 'Code QR du mandat' })
  await code.waitFor()
  await code.evaluate((svg, pixels) => {
    const held = svg.cloneNode(true) as SVGElement
    held.setAttribute('style', `position: fixed; inset: 0 auto auto 0; width: ${pixels}px; height: ${pixels}px; z-index: 1000`)
    held.setAttribute('data-held', '')
    document.body.append(held)
  }, FILMED_PIXELS)
  const picture = await desk.screenshot({ type: 'jpeg', quality: 90, clip: { x: 0, y: 0, width: FILMED_PIXELS, height: FILMED_PIXELS } })
  await writeFile(path, Buffer.concat(Array.from({ length: PICTURES }, () => picture)))
}

it('takes a mandate that a tablet without network films from the desk’s screen', async () => {
  server = await aServer({ appDir: APP_DIR })
  const day = await aSessionDay(server, anImportFileOfToday())
  folder = await mkdtemp(join(tmpdir(), 'carnet-mandate-'))
  const camera = join(folder, 'camera.mjpeg')
  const tablet = await launch([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${camera}`,
  ])
  const page = await tablet.open(await day.link('j1'))
  await waitForWholeApp(page)
  await fillEnrolment(page)
  await expectDay(page)
  await tablet.setOffline(true)

  const office = await launch()
  await filmMandate(await office.open(`${server.origin}/coordination/sessions/${day.sessionId}/carnets`), camera)

  await page.getByRole('link', { name: 'Réglages' }).click()
  await page.getByRole('link', { name: 'Lire un mandat' }).click()
  await page.getByRole('button', { name: 'Filmer un code' }).click()
  await page.getByText('Mandat vérifié et enregistré').waitFor({ timeout: READ_LIMIT_MS })
  await page.getByRole('link', { name: 'Ma journée' }).last().click()
  await expectDay(page)
  expect(await orals(page).count()).toBe(4)
  await orals(page).filter({ hasText: 'Tardy' }).waitFor()
  expect(devices.flatMap(({ complaints }) => complaints)).toEqual([])
})
