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

const penNotice = (page: Page) => page.getByText('Cette fiche est ouverte dans un autre onglet')

it('lets one of two tabs write: the second reads, takes the pen, and the first follows; nothing is lost', async () => {
  server = await serveApp()
  const day = await aSessionDay(server, anImportFileOfToday())
  tablet = await launchTablet(server)
  const first = await tablet.open(await day.link('j1'))
  await fillEnrolment(first)
  await expectDay(first)
  await openOral(first, '09:00')
  await welcome(first)
  await openSection(first, 'C1')
  await mark(first, 'Le reste de C1', 'Observé').click()
  await expectSaved(first)

  const second = await tablet.open(first.url())
  await unlock(second)
  await penNotice(second).waitFor()
  await expectObserved(second, 'C1')
  expect(await mark(second, firstIndicator('C1'), 'Partiel').isDisabled()).toBe(true)

  await openSection(first, 'C2')
  await mark(first, 'Le reste de C2', 'Observé').click()
  await expectSaved(first)
  await expectObserved(second, 'C2')

  await second.getByRole('button', { name: 'Écrire ici' }).click()
  await penNotice(first).waitFor()
  await penNotice(second).waitFor({ state: 'detached' })
  await openSection(second, 'C3')
  await mark(second, 'Le reste de C3', 'Observé').click()
  await expectSaved(second)
  for (const section of ['C1', 'C2', 'C3']) await expectObserved(first, section)

  await second.close()
  await penNotice(first).waitFor({ state: 'detached' })
  await openSection(first, 'C4')
  await mark(first, 'Le reste de C4', 'Observé').click()
  await expectSaved(first)
  await first.reload()
  await unlock(first)
  for (const section of ['C1', 'C2', 'C3', 'C4']) await expectObserved(first, section)
  expect(tablet.complaints).toEqual([])
})
