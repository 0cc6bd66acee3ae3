import { afterEach, expect, it } from 'vitest'
import { formatPaperCode } from '#seal/paper-code.ts'
import { COORDINATOR, type TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { expectAccessibleInBothThemes } from './harness/axe.ts'
import { waitForServiceWorker, waitForWholeApp } from './harness/browser.ts'
import { drawSignature, expectDay, fillEnrolment, sign } from './harness/juror.ts'
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

it('a sheet filled on paper is typed in with no network, signed, and read at the desk with both names', async () => {
  server = await serveApp()
  const day = await aSessionDay(server, anImportFileOfToday())
  const { package: content } = await day.device('j1')
  const published = content.grids.find(({ grid }) => grid.id === content.session.orals.find(({ id }) => id === 'o1')?.gridId)
  if (!published) throw new Error('oral o1 has no grid')
  const { grid, hash } = published
  const code = await formatPaperCode({
    sessionId: day.sessionId,
    oralId: 'o1',
    jurorId: 'j1',
    grid: { id: grid.id, version: grid.version, hash },
  })

  const tablet = await launchTablet(server, { viewport: { width: 820, height: 1180 } })
  devices.push(tablet)
  const page = await tablet.open(await day.link('j1'))
  await waitForServiceWorker(page)
  await fillEnrolment(page)
  await expectDay(page)
  await waitForWholeApp(page)
  await tablet.setOffline(true)
  await page.getByRole('link', { name: 'Réglages' }).click()
  await page.getByRole('link', { name: 'Lire une feuille papier' }).click()
  await page.getByLabel('Code de la feuille').fill(`${code}x`)
  await page.getByRole('button', { name: 'Lire ce texte' }).click()
  await page.getByText('Ce code ne se lit pas', { exact: true }).waitFor()
  await expectAccessibleInBothThemes(page)
  await page.getByLabel('Code de la feuille').fill(code)
  await page.getByRole('button', { name: 'Lire ce texte' }).click()
  await page.getByLabel('Recopiée par').fill('Lou Perrin')
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: 'Commencer à recopier' }).click()
  await page.getByText('Fiche remplie sur papier par Agnès Dumas, recopiée par Lou Perrin.').first().waitFor()
  await page.getByRole('group', { name: 'Présence' }).getByRole('button', { name: 'Absent·e' }).click()
  await page.getByRole('button', { name: /^Revoir/ }).click()
  await drawSignature(page)
  await sign(page)
  await page.getByText('Fiche remplie sur papier par Agnès Dumas, recopiée par Lou Perrin.').waitFor()
  await tablet.setOffline(false)
  await page.getByText('Remise : reçue par la coordination').waitFor()

  const office = await openOffice()
  devices.push(office)
  const desk = await office.open(`${server.origin}/coordination/sessions/${day.sessionId}`)
  await desk.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await desk.getByLabel('Mot de passe', { exact: true }).fill(COORDINATOR.password)
  await desk.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await desk.getByText('Fiche remplie sur papier par Agnès Dumas, recopiée par Lou Perrin.').waitFor()
  await desk.getByRole('link', { name: 'Feuilles papier' }).click()
  const download = desk.waitForEvent('download')
  await desk.getByRole('button', { name: /Préparer les feuilles/ }).click()
  await desk.getByRole('table', { name: 'Feuilles par oral' }).waitFor()
  await expectAccessibleInBothThemes(desk)
  expect((await download).suggestedFilename()).toBe('feuilles-papier.zip')
  expect(devices.flatMap(({ complaints }) => complaints)).toEqual([])
})
