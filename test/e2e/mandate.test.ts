import { readFile } from 'node:fs/promises'
import { afterEach, expect, it } from 'vitest'
import { COORDINATOR, type TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { expectAccessibleInBothThemes } from './harness/axe.ts'
import { type Device, waitForServiceWorker } from './harness/browser.ts'
import { expectDay, fillEnrolment, orals } from './harness/juror.ts'
import { type Office, openOffice } from './harness/office.ts'
import { launchTablet } from './harness/ready.ts'
import { serveApp } from './harness/served-app.ts'

const A_MINUTE_MS = 60_000

let server: TestServer | undefined
let tablet: Device | undefined
let office: Office | undefined

afterEach(async () => {
  await tablet?.dispose()
  await office?.dispose()
  await server?.dispose()
  tablet = undefined
  office = undefined
  server = undefined
})

it('adds a late candidate to a tablet that has no network, in under a minute', async () => {
  server = await serveApp()
  const day = await aSessionDay(server, anImportFileOfToday())
  tablet = await launchTablet(server, { viewport: { width: 820, height: 1180 } })
  const page = await tablet.open(await day.link('j1'))
  await waitForServiceWorker(page)
  await fillEnrolment(page)
  await expectDay(page)
  await tablet.setOffline(true)
  await expect.poll(() => orals(page).count()).toBe(3)

  office = await openOffice()
  const desk = await office.open(`${server.origin}/coordination/sessions/${day.sessionId}/carnets`)
  await desk.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await desk.getByLabel('Mot de passe', { exact: true }).fill(COORDINATOR.password)
  await desk.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await desk.getByRole('heading', { name: 'Mandats' }).waitFor()

  const startedAt = Date.now()
  await desk.getByLabel('Numéro', { exact: true }).fill('0099')
  await desk.getByLabel('Prénom').fill('Zoé')
  await desk.getByLabel('Nom', { exact: true }).fill('Tardy')
  await desk.getByLabel('Jour et heure').fill(`${new Date().toISOString().slice(0, 10)}T18:00`)
  await desk.getByRole('button', { name: 'Ajouter l’oral et faire le mandat' }).click()
  await desk.getByRole('img', { name: 'Code QR du mandat' }).waitFor()
  const download = desk.waitForEvent('download')
  await desk.getByRole('button', { name: 'Enregistrer un fichier' }).click()
  const buffer = await readFile(await (await download).path())

  await page.getByRole('link', { name: 'Réglages' }).click()
  await page.getByRole('link', { name: 'Lire un mandat' }).click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Ouvrir un fichier' }).click()
  await (await choosing).setFiles({ name: 'mandat.txt', mimeType: 'text/plain', buffer })
  await page.getByText('Mandat vérifié et enregistré').waitFor()
  expect(Date.now() - startedAt).toBeLessThan(A_MINUTE_MS)
  await expectAccessibleInBothThemes(page)
  await expectAccessibleInBothThemes(desk)

  await page.getByRole('link', { name: 'Ma journée' }).last().click()
  await expectDay(page)
  await expect.poll(() => orals(page).count()).toBe(4)
  await orals(page).filter({ hasText: 'Tardy' }).waitFor()
  expect([...tablet.complaints, ...office.complaints]).toEqual([])
})
