import { afterEach, expect, it } from 'vitest'
import { sessionBoardSchema } from '#contract/desk.ts'
import type { TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { expectAccessibleInBothThemes } from './harness/axe.ts'
import { type Device, waitForServiceWorker } from './harness/browser.ts'
import { expectDay, fillEnrolment } from './harness/juror.ts'
import { launchTablet } from './harness/ready.ts'
import { serveApp } from './harness/served-app.ts'
import { waitFor } from './harness/server.ts'

const CONTACT_LIMIT_MS = 30_000

let server: TestServer | undefined
let tablet: Device | undefined

afterEach(async () => {
  await tablet?.dispose()
  await server?.dispose()
  tablet = undefined
  server = undefined
})

it('opens a notebook from a file and its code with no network, and is known to the server at its first contact', async () => {
  server = await serveApp()
  const day = await aSessionDay(server, anImportFileOfToday())
  const { file, code } = await day.offline('j1')
  tablet = await launchTablet(server, { viewport: { width: 820, height: 1180 } })
  const page = await tablet.open(`${server.origin}/salle`)
  await waitForServiceWorker(page)
  await tablet.setOffline(true)
  await page.goto(`${server.origin}/salle/inscription`)
  await page.getByRole('link', { name: /Ouvrir un fichier d’inscription/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Ouvrir un fichier d’inscription' }).waitFor()
  await expectAccessibleInBothThemes(page)
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choisir le fichier' }).click()
  await (await choosing).setFiles({ name: 'carnet.inscription', mimeType: 'application/octet-stream', buffer: Buffer.from(file) })
  await page.getByLabel(/^Code du fichier/).fill(code.toLowerCase())
  await fillEnrolment(page)
  await expectDay(page)

  const devices = async () => {
    const answer = await day.coordinator.get('board', { sessionId: day.sessionId })
    return sessionBoardSchema.parse(await answer.json()).devices.map(({ jurorId }) => jurorId)
  }
  expect(await devices()).toEqual([])
  await tablet.setOffline(false)
  await waitFor('the device to make itself known', CONTACT_LIMIT_MS, async () => (await devices()).length > 0)
  expect(await devices()).toEqual(['j1'])
  expect(tablet.complaints).toEqual([])
})
