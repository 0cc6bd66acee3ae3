import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import { type Device, launchDevice, waitForServiceWorker } from '../../e2e/harness/browser.ts'
import { expectDay, fillEnrolment } from '../../e2e/harness/juror.ts'
import { type ServerProcess, startServer } from '../../e2e/harness/server.ts'
import type { Fault } from '../fault.ts'
import type { Random } from '../random.ts'
import { beginOral, compareScreen, nothingSeen, type Seen, takeUpOral, touch } from '../rig/oral-screen.ts'

/** The real screens: a juror touches marks until the browser is killed, opens the app again offline, and finds each mark shown as recorded. */
export const browserKilledScoring: Fault = {
  name: 'browser killed while scoring, on the real screen',
  start: async () => {
    const server = await startServer({ demo: true })
    const tablet = await launchDevice({ wholeBrowser: true }).catch(async (error: unknown) => {
      await server.dispose()
      throw error
    })
    const seen = nothingSeen()
    let page = await firstOral(server, tablet)
    return {
      run: async (random) => {
        await touchUntilKilled(page, tablet, seen, random)
        await tablet.relaunch()
        await tablet.setOffline(true)
        page = await tablet.open(`${server.origin}/salle`)
        await takeUpOral(page)
        return compareScreen(page, seen)
      },
      dispose: async () => {
        await tablet.dispose()
        await server.dispose()
      },
    }
  },
}

async function firstOral(server: ServerProcess, tablet: Device): Promise<Page> {
  const link = (await server.printed(/Hélène Aubry \(Jury A\)[\s\S]*?(http\S+#\S+)/))[1] ?? ''
  const page = await tablet.open(link)
  await fillEnrolment(page)
  await expectDay(page)
  await waitForServiceWorker(page)
  await server.stop()
  await tablet.setOffline(true)
  await beginOral(page, '09:15')
  return page
}

async function touchUntilKilled(page: Page, tablet: Device, seen: Seen, random: Random): Promise<void> {
  let isKilled = false
  const touching = (async () => {
    while (!isKilled) await touch(page, seen, random)
  })().catch((error: unknown) => {
    // What breaks because the browser is gone is the fault itself.
    if (!isKilled) throw error
  })
  await delay(random.between(300, 2_500))
  isKilled = true
  await tablet.kill()
  await touching
}
