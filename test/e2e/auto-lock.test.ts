import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import type { TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import type { Device } from './harness/browser.ts'
import {
  expectDay,
  expectObserved,
  expectSaved,
  fillEnrolment,
  firstIndicator,
  mark,
  openOral,
  openSection,
  startTimer,
  stopTimer,
  unlock,
  welcome,
} from './harness/juror.ts'
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

const lockedTitle = (page: Page) => page.getByRole('heading', { level: 1, name: 'Ouvrir mon carnet' })

it('locks a notebook nobody touches for a quarter of an hour, never during a running oral', async () => {
  server = await serveApp()
  const day = await aSessionDay(server, anImportFileOfToday())
  tablet = await launchTablet(server)
  const page = await tablet.open(await day.link('j1'))
  await fillEnrolment(page)
  await expectDay(page)
  await page.clock.install()

  await openOral(page, '09:00')
  await welcome(page)
  await startTimer(page)
  await page.clock.fastForward('25:00')
  expect(await lockedTitle(page).count()).toBe(0)
  await openSection(page, 'C1')
  await mark(page, 'Le reste de C1', 'Observé').click()
  await expectSaved(page)

  await stopTimer(page)
  await page.clock.fastForward('10:00')
  await openSection(page, 'C1')
  await page.clock.fastForward('10:00')
  expect(await lockedTitle(page).count()).toBe(0)
  await page.clock.fastForward('06:00')
  await lockedTitle(page).waitFor()
  expect(await page.getByText(firstIndicator('C1')).count()).toBe(0)

  await unlock(page)
  await expectObserved(page, 'C1')
  expect(tablet.complaints).toEqual([])
})
