import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { aCoordinator, COORDINATOR } from '../builders/a-server.ts'
import { anImportedSession } from '../builders/a-session-day.ts'
import { anImportFile } from '../builders/an-import-file.ts'
import { expectAccessibleInBothThemes } from './harness/axe.ts'
import { type Office, openOffice } from './harness/office.ts'
import { type ServerProcess, startServer } from './harness/server.ts'

let server: ServerProcess | undefined
let office: Office | undefined

afterEach(async () => {
  await office?.dispose()
  await server?.dispose()
  office = undefined
  server = undefined
})

async function signInAtDesk(page: Page): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(COORDINATOR.password)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Sessions d’examen' }).waitFor()
}

it('personal data: lengths are read and changed, a file is handed out, a person is erased on request', async () => {
  server = await startServer()
  const setupLink = (await server.printed(/(http\S+\/premiere-connexion#\S+)/))[1] ?? ''
  const running = { origin: server.origin, running: () => ({ setupLink }) }
  await anImportedSession(running, await aCoordinator(running), anImportFile())
  office = await openOffice()
  const page = await office.open(`${server.origin}/coordination`)
  await signInAtDesk(page)

  await page.getByRole('link', { name: 'Données personnelles' }).click()
  await page
    .getByRole('row', { name: /^Supports écrits/ })
    .getByText('1 an après la session')
    .waitFor()
  await expectAccessibleInBothThemes(page)
  await page.getByLabel(/^Supports écrits \(PDF\), en mois/).fill('6')
  await page.getByRole('button', { name: 'Enregistrer les durées' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Raccourcir' }).click()
  await page
    .getByRole('row', { name: /^Supports écrits/ })
    .getByText('6 mois après la session')
    .waitFor()

  await page.getByRole('link', { name: 'Demandes et dossiers des candidat·es' }).click()
  await page.getByLabel('Session', { exact: true }).selectOption({ label: 'Session d’essai' })
  await page.getByLabel('Candidat·e', { exact: true }).selectOption({ label: 'Bazin Inès (0001)' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Télécharger son dossier/ }).click(),
  ])
  const files = unzipSync(new Uint8Array(await readFile(await download.path())))
  expect(strFromU8(files['dossier.json'] ?? new Uint8Array())).toContain('Bazin')
  await page.getByLabel('Demande', { exact: true }).selectOption({ label: 'Effacement' })
  await page.getByRole('button', { name: 'Enregistrer la demande' }).click()
  await page.getByRole('button', { name: 'Répondre à la demande de 0001 Inès Bazin' }).click()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: 'Effacer ses données' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Effacer', exact: true }).click()
  await page.getByRole('listitem').filter({ hasText: 'Personne effacée' }).getByText('Acceptée').waitFor()
})
