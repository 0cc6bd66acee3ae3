import { afterEach, expect, it } from 'vitest'
import { retentionSchema } from '#contract/wipe.ts'
import type { TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { expectAccessibleInBothThemes } from './harness/axe.ts'
import { type Device, waitForServiceWorker } from './harness/browser.ts'
import { expectDay, fillEnrolment } from './harness/juror.ts'
import { launchTablet } from './harness/ready.ts'
import { serveApp } from './harness/served-app.ts'
import { waitFor } from './harness/server.ts'

const DELIVERY_LIMIT_MS = 60_000

let server: TestServer | undefined
let tablet: Device | undefined

afterEach(async () => {
  await tablet?.dispose()
  await server?.dispose()
  tablet = undefined
  server = undefined
})

it('ends a notebook with no network, shows its proof, and the proof reaches the coordinator by itself', async () => {
  server = await serveApp()
  const day = await aSessionDay(server, anImportFileOfToday())
  tablet = await launchTablet(server, { viewport: { width: 820, height: 1180 } })
  const page = await tablet.open(await day.link('j1'))
  await waitForServiceWorker(page)
  await fillEnrolment(page)
  await expectDay(page)
  await tablet.setOffline(true)
  await page.getByRole('link', { name: 'Réglages' }).click()
  await page.getByRole('link', { name: 'Effacer ce carnet' }).click()
  const wipe = page.getByRole('button', { name: 'Effacer le carnet' })
  await wipe.waitFor()
  expect(await wipe.isDisabled()).toBe(true)
  await expectAccessibleInBothThemes(page)
  await page.getByRole('checkbox', { name: /^J’ai compris/ }).check()
  await wipe.click()
  await page.getByRole('heading', { level: 1, name: 'Carnets effacés de cet appareil' }).waitFor()
  await page.getByRole('img', { name: 'Code QR de l’attestation d’effacement' }).waitFor()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('link', { name: 'Revenir à l’accueil de la salle' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bienvenue' }).waitFor()

  await tablet.setOffline(false)
  const wiped = async () => retentionSchema.parse(await (await day.coordinator.get('retention', { sessionId: day.sessionId })).json()).wiped
  await waitFor('the proof to reach the server', DELIVERY_LIMIT_MS, async () => (await wiped()).length > 0)
  expect(await wiped()).toMatchObject([{ jurorId: 'j1', sheets: 0, sheetsMissing: 0 }])
  await page.getByRole('link', { name: 'Carnets effacés de cet appareil' }).click()
  await page.getByText(/^Attestation reçue par le serveur/).waitFor()
  expect(tablet.complaints).toEqual([])
})
