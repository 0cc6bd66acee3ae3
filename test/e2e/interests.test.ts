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

/** The usual session with a second panel, which hears nobody yet. */
function twoPanels() {
  const file = anImportFileOfToday()
  const juror = (id: string, lastName: string) => ({ id, lastName, firstName: 'Alix', quality: 'Formatrice', external: true })
  return {
    ...file,
    jurors: [...file.jurors, juror('j4', 'Hamel'), juror('j5', 'Ivars')],
    panels: [...file.panels, { id: 'p2', name: 'Jury B', room: 'Salle 14', jurorIds: ['j4', 'j5'], presidentId: 'j4' }],
  }
}

it('declares a link offline; the desk moves the oral, and the recusal stands in the minutes, tablet and desk', async () => {
  server = await serveApp()
  const day = await aSessionDay(server, twoPanels())
  tablet = await launchTablet(server, { viewport: { width: 820, height: 1180 } })
  const page = await tablet.open(await day.link('j1'))
  await waitForServiceWorker(page)
  await fillEnrolment(page)
  await expectDay(page)

  await tablet.setOffline(true)
  await page.getByRole('link', { name: 'Déclarer mes liens' }).click()
  const yann = page.getByRole('region', { name: /^Yann Cormier/ })
  await yann.getByRole('radio', { name: 'J’ai un lien' }).check()
  await yann.getByLabel('Quel lien ?').selectOption('Travail')
  await yann.getByLabel('En quelques mots').fill('Mon collègue de bureau')
  await page.getByRole('button', { name: 'Aucun lien avec les autres' }).click()
  await page.getByRole('button', { name: 'Signer ma déclaration' }).click()
  await page.getByText('Déclaration signée. Elle part dès que le réseau le permet.').waitFor()
  await expectAccessibleInBothThemes(page)
  await tablet.setOffline(false)
  await page.getByText('Déclaration signée et remise au serveur.').waitFor()

  office = await openOffice()
  const desk = await office.open(`${server.origin}/coordination/sessions/${day.sessionId}`)
  await desk.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await desk.getByLabel('Mot de passe', { exact: true }).fill(COORDINATOR.password)
  await desk.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await desk.getByText('Agnès Dumas a déclaré un lien avec Yann Cormier, que Jury A doit entendre.').waitFor()
  await desk.getByRole('link', { name: 'Résoudre ce lien' }).click()
  await desk
    .getByText(/« Mon collègue de bureau »/)
    .first()
    .waitFor()
  await expectAccessibleInBothThemes(desk)
  await desk.getByRole('button', { name: 'Noter le déport et déplacer l’oral' }).click()
  await desk.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await desk.getByText('Tout est enregistré').waitFor()
  const today = new Date().toISOString().slice(0, 10)
  await desk.goto(`${server.origin}/coordination/sessions/${day.sessionId}/jurys/p1/${today}`)
  expect(await desk.getByLabel('Candidat·e', { exact: true }).inputValue()).toBe('c2')
  expect(await desk.getByLabel('Motif', { exact: true }).inputValue()).toBe('Lien déclaré avant l’épreuve')

  // The tablet meets the network again, and takes by itself what the desk changed.
  await page.getByRole('link', { name: 'Ma journée' }).first().click()
  await expectDay(page)
  await tablet.setOffline(true)
  await tablet.setOffline(false)
  await page.getByText(/Votre dossier de session a été mis à jour le /).waitFor()
  await page.getByRole('button', { name: 'J’ai relu' }).click()
  await page.getByRole('link', { name: 'Délibérer', exact: true }).click()
  await page.getByRole('link', { name: 'Préparer le procès-verbal' }).click()
  const aside = /Agnès Dumas s’est déporté·e pour Yann Cormier\s: Lien déclaré avant l’épreuve/
  await page.getByText(aside).first().waitFor()
  expect([...tablet.complaints, ...office.complaints]).toEqual([])
})
