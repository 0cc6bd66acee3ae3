import { readFile } from 'node:fs/promises'
import { afterEach, expect, it } from 'vitest'
import { COORDINATOR, type TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { expectAccessibleInBothThemes } from './harness/axe.ts'
import { type Device, waitForServiceWorker } from './harness/browser.ts'
import { expectDay, fillEnrolment } from './harness/juror.ts'
import { type Office, openOffice } from './harness/office.ts'
import { launchTablet } from './harness/ready.ts'
import { serveApp } from './harness/served-app.ts'

const CRYPTO_LIMIT_MS = 60_000

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

it('reopens, with no network on the tablet, a notebook whose passphrase is forgotten', async () => {
  server = await serveApp()
  const day = await aSessionDay(server, anImportFileOfToday())
  tablet = await launchTablet(server, { viewport: { width: 820, height: 1180 } })
  const page = await tablet.open(await day.link('j1'))
  await waitForServiceWorker(page)
  await fillEnrolment(page)
  await expectDay(page)
  await tablet.setOffline(true)
  await page.goto(`${server.origin}/salle`)

  await page.getByRole('link', { name: 'J’ai oublié ma phrase secrète' }).click()
  await page.getByRole('button', { name: 'Préparer la demande' }).click()
  const number = (await page.getByText(/^\d{4} \d{4} \d{4} \d{4}$/).textContent()) ?? ''
  await expectAccessibleInBothThemes(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Enregistrer un fichier' }).click()
  const requestPath = await (await download).path()

  office = await openOffice()
  const desk = await office.open(`${server.origin}/coordination/sessions/${day.sessionId}/carnets`)
  await desk.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await desk.getByLabel('Mot de passe', { exact: true }).fill(COORDINATOR.password)
  await desk.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await desk.getByRole('heading', { name: 'Carnets et appareils' }).waitFor()
  const choosing = desk.waitForEvent('filechooser')
  const recovery = desk.getByRole('region', { name: 'Phrase secrète oubliée' })
  await recovery.getByRole('button', { name: 'Ouvrir un fichier' }).click()
  await (await choosing).setFiles({ name: 'demande.txt', mimeType: 'text/plain', buffer: await readFile(requestPath) })
  await desk.getByText(number).waitFor()
  await desk.getByRole('button', { name: /^Le numéro est le même/ }).click()
  await desk.getByRole('img', { name: 'Code QR de la réponse' }).waitFor()
  await expectAccessibleInBothThemes(desk)
  const answering = desk.waitForEvent('download')
  await desk.getByRole('button', { name: 'Enregistrer un fichier' }).click()
  const answer = (await readFile(await (await answering).path())).toString('utf8')

  await page.reload()
  await page.getByRole('button', { name: 'Préparer la demande' }).click()
  expect(await page.getByText(/^\d{4} \d{4} \d{4} \d{4}$/).textContent()).toBe(number)
  await page.getByLabel('Réponse de la coordination').fill(answer)
  await page.getByRole('button', { name: 'Lire ce texte' }).click()
  await page.getByLabel('Nouvelle phrase secrète').fill('un départ tout neuf')
  await page.getByLabel('La même phrase, une seconde fois').fill('un départ tout neuf')
  await page.getByRole('button', { name: 'Rouvrir le carnet' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ma journée' }).waitFor({ timeout: CRYPTO_LIMIT_MS })
  expect([...tablet.complaints, ...office.complaints]).toEqual([])
})
