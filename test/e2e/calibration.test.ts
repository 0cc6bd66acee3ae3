import { afterEach, expect, it } from 'vitest'
import { calibrationSchema } from '#domain/calibration.ts'
import { aVisitor, COORDINATOR, type TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { aCalibrationSheet, aSealedSheet } from '../builders/a-sheet.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { expectAccessibleInBothThemes } from './harness/axe.ts'
import { waitForServiceWorker, waitForWholeApp } from './harness/browser.ts'
import { drawSignature, expectDay, fillEnrolment, firstIndicator, mark, sign } from './harness/juror.ts'
import { type Office, openOffice } from './harness/office.ts'
import { launchTablet } from './harness/ready.ts'
import { serveApp } from './harness/served-app.ts'

let server: TestServer | undefined
const devices: Office[] = []

afterEach(async () => {
  for (const device of devices.splice(0)) await device.dispose()
  await server?.dispose()
  server = undefined
})

it('an invented case is scored with no network; once signed and delivered, the marks’ spread is read without names, on the tablet, later without network, and at the desk, which takes the case back', async () => {
  server = await serveApp()
  const day = await aSessionDay(server, anImportFileOfToday())
  const asked = { title: 'Cas Lumen', text: 'La personne présente une étude de marché.', gridId: 'cdcm-b1', minutes: 10 }
  const published = await day.coordinator.post('publishCalibration', asked, { sessionId: day.sessionId })
  const { id } = calibrationSchema.parse(await published.json())
  for (const jurorId of ['j2', 'j3']) {
    const other = await day.device(jurorId)
    const sheet = aCalibrationSheet(other, id, [{ kind: 'mark', targets: ['C1.K1.I1'], value: 'partial' }])
    const { envelope } = await aSealedSheet(other, sheet)
    await aVisitor(server).post('deliver', { envelopes: [envelope.jwe] })
  }

  const tablet = await launchTablet(server, { viewport: { width: 820, height: 1180 } })
  devices.push(tablet)
  const page = await tablet.open(await day.link('j1'))
  await waitForServiceWorker(page)
  await fillEnrolment(page)
  await expectDay(page)
  await waitForWholeApp(page)
  await tablet.setOffline(true)
  await page.getByRole('link', { name: /Cas Lumen/ }).click()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: 'Commencer à noter' }).click()
  await mark(page, firstIndicator('C1'), 'Observé').click()
  await page.getByRole('button', { name: /^Revoir/ }).click()
  await drawSignature(page)
  await sign(page)
  await page.getByRole('link', { name: 'Voir la répartition' }).click()
  await page.getByText(/Pas de réseau\s: la répartition est sur le serveur/).waitFor()
  await tablet.setOffline(false)
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: 'Actualiser' }).click()
        return page.getByText('3 fiches sur 3 sont arrivées.').count()
      },
      { timeout: 15_000 },
    )
    .toBe(1)
  await page.getByText('1 (vous)').waitFor()
  await expectAccessibleInBothThemes(page)

  await tablet.setOffline(true)
  await page.getByRole('link', { name: 'Ma journée' }).first().click()
  await page.getByRole('link', { name: /Cas Lumen/ }).click()
  await page.getByText(/Pas de réseau\s: voici ce que cet appareil a gardé/).waitFor()
  await page.getByText(/^Répartition lue le /).waitFor()
  await page.getByText('1 (vous)').waitFor()
  await expectAccessibleInBothThemes(page)

  const office = await openOffice()
  devices.push(office)
  const desk = await office.open(`${server.origin}/coordination/sessions/${day.sessionId}`)
  await desk.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await desk.getByLabel('Mot de passe', { exact: true }).fill(COORDINATOR.password)
  await desk.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await desk.getByText('0 fiche reçue sur 9', { exact: false }).first().waitFor()
  await desk.getByRole('link', { name: 'Calibration' }).click()
  await desk.getByRole('table', { name: 'Accord' }).waitFor()
  await expectAccessibleInBothThemes(desk)
  await desk.getByRole('button', { name: 'Retirer ce cas' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
  await desk.getByText(/^Retiré le /).waitFor()
  await desk.getByRole('table', { name: 'Accord' }).waitFor()
  expect(devices.flatMap(({ complaints }) => complaints)).toEqual([])
})
