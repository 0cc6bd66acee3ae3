import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { aServer, type TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { expectAccessible } from './harness/axe.ts'
import { type Device, launchDevice, waitForServiceWorker } from './harness/browser.ts'
import {
  backToDay,
  expectDay,
  expectSaved,
  fillEnrolment,
  mark,
  openOral,
  startTimer,
  stopTimer,
  unlock,
  welcome,
} from './harness/juror.ts'

const BUILT_APP = join(import.meta.dirname, '../../dist/app')
/** Long enough for a version that would not wait to have taken over. */
const NOTHING_HAPPENS_MS = 3_000

let server: TestServer | undefined
let tablet: Device | undefined
let appDir: string | undefined

afterEach(async () => {
  await tablet?.dispose()
  await server?.dispose()
  if (appDir !== undefined) await rm(appDir, { recursive: true, force: true })
  tablet = undefined
  server = undefined
  appDir = undefined
})

/** What the app's own check does every half hour. Resolves once the new version is installed. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(({ waiting }) => waiting?.state === 'installed'))
}

it('lets a new version wait while an oral runs, offers it between two orals, and installs it when asked', async () => {
  appDir = await mkdtemp(join(tmpdir(), 'carnet-app-'))
  await cp(BUILT_APP, appDir, { recursive: true })
  server = await aServer({ appDir })
  const day = await aSessionDay(server, anImportFileOfToday())
  tablet = await launchDevice({ wholeBrowser: true })
  const page = await tablet.open(await day.link('j1'))
  await fillEnrolment(page)
  await expectDay(page)
  await waitForServiceWorker(page)
  await openOral(page, '09:00')
  await welcome(page)
  await page.getByRole('button', { name: 'Aller à la grille' }).click()
  await startTimer(page)

  await appendFile(join(appDir, 'sw.js'), '\n// the next version')
  await page.evaluate(() => document.body.setAttribute('data-never-reloaded', ''))
  await lookForUpdate(page)
  await page.waitForTimeout(NOTHING_HAPPENS_MS)
  await mark(page, 'Le reste de C1', 'Observé').click()
  await expectSaved(page)
  expect(await page.locator('body').getAttribute('data-never-reloaded')).toBe('')
  expect(await page.getByText('Une nouvelle version est prête').count()).toBe(0)
  await backToDay(page)
  expect(await page.getByText('Une nouvelle version est prête').count()).toBe(0)

  await page.getByRole('link', { name: /^Reprendre l’oral/ }).click()
  const oralUrl = page.url()
  await stopTimer(page)
  await backToDay(page)
  await page.getByText('Une nouvelle version est prête').waitFor()
  await expectAccessible(page)

  // A sheet open in another tab, its timer stopped, still has the pen.
  const other = await tablet.open(oralUrl)
  await unlock(other)
  await other.getByRole('timer').waitFor()
  await page.getByRole('button', { name: 'Mettre à jour' }).click()
  await page.getByText('Un oral est ouvert dans un autre onglet').waitFor()
  await page.waitForTimeout(NOTHING_HAPPENS_MS)
  expect(await page.evaluate(() => navigator.serviceWorker.ready.then(({ waiting }) => waiting?.state))).toBe('installed')
  await other.close()
  expect(await page.locator('body').getAttribute('data-never-reloaded')).toBe('')

  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Mettre à jour' }).click()])
  await page.getByRole('heading', { level: 1, name: 'Ouvrir mon carnet' }).waitFor()
  expect(await page.evaluate(() => navigator.serviceWorker.ready.then(({ waiting }) => waiting === null))).toBe(true)
  expect(tablet.complaints).toEqual([])
})
