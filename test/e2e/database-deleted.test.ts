import { afterEach, expect, it } from 'vitest'
import type { TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { expectAccessibleInBothThemes } from './harness/axe.ts'
import type { Device } from './harness/browser.ts'
import { expectDay, expectObserved, expectSaved, fillEnrolment, mark, openOral, openSection, unlock, welcome } from './harness/juror.ts'
import { launchTablet } from './harness/ready.ts'
import { serveApp } from './harness/served-app.ts'

let server: TestServer | undefined
let tablet: Device | undefined

afterEach(async () => {
  await tablet?.dispose()
  await server?.dispose()
  tablet = undefined
  server = undefined
})

it('says at once that the browser erased its memory during an oral, and writes everything back from the page', async () => {
  server = await serveApp()
  const day = await aSessionDay(server, anImportFileOfToday())
  tablet = await launchTablet(server)
  const page = await tablet.open(await day.link('j1'))
  await fillEnrolment(page)
  await expectDay(page)
  await openOral(page, '09:00')
  await welcome(page)
  await openSection(page, 'C1')
  await mark(page, 'Le reste de C1', 'Observé').click()
  await expectSaved(page)

  await page.evaluate(() => indexedDB.deleteDatabase('carnet-de-jury'))
  await page.getByText('Plus rien n’est enregistré').waitFor()
  await expectAccessibleInBothThemes(page)
  await openSection(page, 'C2')
  await mark(page, 'Le reste de C2', 'Observé').click()
  await page.getByRole('button', { name: 'Réécrire le carnet' }).click()
  await expectSaved(page)

  await page.reload()
  await unlock(page)
  await expectObserved(page, 'C1')
  await expectObserved(page, 'C2')
  expect(tablet.complaints).toEqual([])
})
