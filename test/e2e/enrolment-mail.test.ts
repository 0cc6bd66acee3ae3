import { afterEach, expect, it } from 'vitest'
import { aMailServer, type MailServer } from '../builders/a-mail-server.ts'
import { COORDINATOR, type TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { expectAccessibleInBothThemes } from './harness/axe.ts'
import { expectDay, fillEnrolment } from './harness/juror.ts'
import { type Office, openOffice } from './harness/office.ts'
import { launchTablet } from './harness/ready.ts'
import { serveApp } from './harness/served-app.ts'

const JOURNEY_LIMIT_MS = 180_000

let mail: MailServer | undefined
let server: TestServer | undefined
const devices: Office[] = []

afterEach(async () => {
  await Promise.all(devices.splice(0).map((device) => device.dispose()))
  await server?.dispose()
  await mail?.close()
})

it('takes an address from the desk to a juror’s open notebook, by the link of a received message', {
  timeout: JOURNEY_LIMIT_MS,
}, async () => {
  mail = await aMailServer()
  server = await serveApp({ mail: mail.environment })
  await aSessionDay(server, anImportFileOfToday())
  const desk = await openOffice({ width: 1280, height: 900 })
  devices.push(desk)
  const office = await desk.open(`${server.origin}/coordination`)
  await office.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await office.getByLabel('Mot de passe').fill(COORDINATOR.password)
  await office.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await office.getByRole('link', { name: 'Session d’essai' }).click()
  await office.getByRole('link', { name: 'Envoyer les liens d’inscription par e-mail' }).click()
  await office.getByRole('heading', { level: 2, name: 'Liens d’inscription par e-mail' }).waitFor()

  await office.getByRole('textbox', { name: 'Adresse e-mail de Karim Ferrand' }).fill('karim.ferrand@example.org')
  await office.getByRole('textbox', { name: 'Adresse e-mail de Agnès Dumas' }).fill('agnes.dumas@example.org')
  await office.keyboard.press('Enter')
  mail.refused.set('karim.ferrand@example.org', 550)
  await office.getByRole('button', { name: 'Envoyer à 2 juré·es sans appareil' }).click()
  await office.getByText('1 lien envoyé sur 2.').waitFor()
  await office
    .getByRole('row', { name: /Karim Ferrand/ })
    .getByText(/refuse ce message/)
    .waitFor()
  await office
    .getByRole('row', { name: /Agnès Dumas/ })
    .getByText('Envoyé', { exact: true })
    .waitFor()
  await expectAccessibleInBothThemes(office)

  const [received] = mail.received
  expect(received?.to).toEqual(['agnes.dumas@example.org'])
  const link = received?.text.match(/^http\S+$/m)?.[0] ?? ''
  const tablet = await launchTablet(server, { viewport: { width: 820, height: 1180 } })
  devices.push(tablet)
  const room = await tablet.open(link)
  await fillEnrolment(room)
  await expectDay(room)
  // Their row tells it without being asked, and nothing is to be sent to them any more.
  await office
    .getByRole('row', { name: /Agnès Dumas/ })
    .getByText('Un appareil est inscrit')
    .waitFor()
  expect([...desk.complaints, ...tablet.complaints]).toEqual([])
})
