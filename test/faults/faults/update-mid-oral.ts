import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { aServer, type TestServer } from '../../builders/a-server.ts'
import { aSessionDay } from '../../builders/a-session-day.ts'
import { anImportFileOfToday } from '../../builders/an-import-file.ts'
import { APP_DIR } from '../../e2e/harness/app-dir.ts'
import { type Device, launchDevice, waitForServiceWorker } from '../../e2e/harness/browser.ts'
import { expectDay, fillEnrolment } from '../../e2e/harness/juror.ts'
import type { Fault, Tally } from '../fault.ts'
import { note } from '../oracle.ts'
import type { Random } from '../random.ts'
import { beginOral, compareScreen, nothingSeen, type Seen, takeUpOral, touch } from '../rig/oral-screen.ts'

interface Oral {
  server: TestServer
  tablet: Device
  /** Publishes another build of the app. */
  publish(): Promise<void>
  page: Page
}

/** A new version is published in the middle of an oral: it waits, the juror goes on, and the next start has it and every mark. */
export const updateMidOral: Fault = {
  name: 'update in mid-oral',
  start: async () => {
    const appDir = await mkdtemp(join(tmpdir(), 'carnet-app-'))
    await cp(APP_DIR, appDir, { recursive: true })
    const server = await aServer({ appDir })
    const tablet = await launchDevice({ wholeBrowser: true })
    const seen = nothingSeen()
    let builds = 0
    const publish = async () => {
      builds += 1
      await appendFile(join(appDir, 'sw.js'), `\n// build ${builds}\n`)
    }
    const oral: Oral = { server, tablet, publish, page: await firstOral(server, tablet) }
    return {
      run: (random) => updateOnce(oral, seen, random),
      dispose: async () => {
        await tablet.dispose()
        await server.dispose()
        await rm(appDir, { recursive: true, force: true })
      },
    }
  },
}

async function firstOral(server: TestServer, tablet: Device): Promise<Page> {
  const day = await aSessionDay(server, anImportFileOfToday())
  const page = await tablet.open(await day.link('j1'))
  await fillEnrolment(page)
  await expectDay(page)
  await waitForServiceWorker(page)
  await beginOral(page, '10:00')
  return page
}

async function updateOnce(oral: Oral, seen: Seen, random: Random): Promise<Tally> {
  const { page, tablet, server } = oral
  await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''))
  const touches = async () => {
    for (let count = random.between(1, 4); count > 0; count -= 1) await touch(page, seen, random)
  }
  await touches()
  await oral.publish()
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await touches()
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state === 'installed')
  await touches()
  const isSamePage = await page.evaluate(() => document.documentElement.hasAttribute('data-same-page'))
  const isStillWaiting = await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null)
  await tablet.kill()
  await tablet.relaunch()
  oral.page = await tablet.open(`${server.origin}/salle`)
  await takeUpOral(oral.page)
  const isApplied = await oral.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting === null)
  const tally = await compareScreen(oral.page, seen)
  if (!isSamePage) note(tally, 'misread', 'the page was reloaded in mid-oral')
  if (!isStillWaiting) note(tally, 'misread', 'the new version took over in mid-oral')
  if (!isApplied) note(tally, 'misread', 'the new version still waits after a restart')
  return tally
}
