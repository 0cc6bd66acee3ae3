import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { COORDINATOR, type TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { waitForWholeApp } from './harness/browser.ts'
import { cameraFlags, writeFilm } from './harness/filmed.ts'
import { expectDay, fillEnrolment, orals } from './harness/juror.ts'
import { type Office, openOffice } from './harness/office.ts'
import { launchTablet } from './harness/ready.ts'
import { serveApp } from './harness/served-app.ts'

/** As the desk's screen shows each of several codes for a while. */
const PICTURES_A_CODE = 4
const READ_LIMIT_MS = 60_000

let server: TestServer | undefined
let devices: Office[] = []
let folder: string | undefined

afterEach(async () => {
  for (const device of devices) await device.dispose()
  await server?.dispose()
  if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  devices = []
  server = undefined
  folder = undefined
})

function used<Used extends Office>(device: Used): Used {
  devices.push(device)
  return device
}

/** Makes a mandate for a late candidate at the desk, and films its codes as they are on the screen. */
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
  await desk.getByRole('button', { name: 'Arrêter sur ce code' }).click()
  const count = Number(/sur\s(\d+)/.exec((await desk.getByText(/^Code\s\d+\ssur/).textContent()) ?? '')?.[1])
  const pictures: Buffer[] = []
  for (let shown = 0; shown < count; shown++) {
    const picture = await code.screenshot()
    for (let times = 0; times < PICTURES_A_CODE; times++) pictures.push(picture)
    await desk.getByRole('button', { name: 'Code suivant' }).click()
  }
  await writeFilm(desk, path, pictures)
}

it('takes a mandate that a tablet without network films from the desk’s screen', async () => {
  server = await serveApp()
  const day = await aSessionDay(server, anImportFileOfToday())
  folder = await mkdtemp(join(tmpdir(), 'carnet-mandate-'))
  const camera = join(folder, 'camera.y4m')
  const tablet = used(await launchTablet(server, { flags: cameraFlags(camera) }))
  const page = await tablet.open(await day.link('j1'))
  await waitForWholeApp(page)
  await fillEnrolment(page)
  await expectDay(page)
  await tablet.setOffline(true)

  const office = used(await openOffice())
  await filmMandate(await office.open(`${server.origin}/coordination/sessions/${day.sessionId}/carnets`), camera)

  await page.getByRole('link', { name: 'Réglages' }).click()
  await page.getByRole('link', { name: 'Lire un mandat' }).click()
  await page.getByRole('button', { name: 'Filmer un code' }).click()
  try {
    await page.getByText('Mandat vérifié et enregistré').waitFor({ timeout: READ_LIMIT_MS })
  } catch (cause) {
    throw new Error(`the mandate was not read; the page says: ${await page.locator('main').textContent()}`, { cause })
  }
  await page.getByRole('link', { name: 'Ma journée' }).last().click()
  await expectDay(page)
  await expect.poll(() => orals(page).count()).toBe(4)
  await orals(page).filter({ hasText: 'Tardy' }).waitFor()
  expect(devices.flatMap(({ complaints }) => complaints)).toEqual([])
})
