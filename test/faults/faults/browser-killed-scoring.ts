import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import { anImportFileOfToday } from '../../builders/an-import-file.ts'
import { type Device, launchDevice, waitForServiceWorker } from '../../e2e/harness/browser.ts'
import { expectDay, fillEnrolment } from '../../e2e/harness/juror.ts'
import type { Fault } from '../fault.ts'
import type { Random } from '../random.ts'
import { beginOral, compareScreen, nothingSeen, type Seen, takeUpOral, touch } from '../rig/oral-screen.ts'
import { aRoom, type Room } from '../rig/room.ts'

/** The real screens: a juror touches marks until the browser is killed, opens the app again offline, and finds each mark shown as recorded. */
export const browserKilledScoring: Fault = {
  name: 'browser killed while scoring, on the real screen',
  start: async () => {
    const room = await aRoom(anImportFileOfToday())
    const tablet = await launchDevice({ wholeBrowser: true }).catch(async (error: unknown) => {
      await room.dispose()
      throw error
    })
    const seen = nothingSeen()
    let page = await firstOral(room, tablet)
    return {
      run: async (random) => {
        await touchUntilKilled(page, tablet, seen, random)
        await tablet.relaunch()
        await tablet.setOffline(true)
        page = await tablet.open(`${room.server.origin}/salle`)
        await takeUpOral(page)
        return compareScreen(page, seen)
      },
      dispose: async () => {
        await tablet.dispose()
        await room.dispose()
      },
    }
  },
}

async function firstOral({ server, day }: Room, tablet: Device): Promise<Page> {
  const page = await tablet.open(await day.link('j1'))
  await fillEnrolment(page)
  await expectDay(page)
  await waitForServiceWorker(page)
  await server.stop()
  await tablet.setOffline(true)
  await beginOral(page, '09:00')
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
