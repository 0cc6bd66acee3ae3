import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { type Device, launchDevice, waitForServiceWorker } from './harness/browser.ts'
import {
  expectDay,
  expectSaved,
  fillEnrolment,
  firstIndicator,
  mark,
  openOral,
  openSection,
  readTick,
  startTimer,
  unlock,
  welcome,
} from './harness/juror.ts'
import { startDemoServer } from './harness/ready.ts'
import type { ServerProcess } from './harness/server.ts'

const ALLOTTED_MS = 30 * 60_000
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** Several times what the timer may be off. */
const SLEEP_MS = 8_000

let server: ServerProcess | undefined
let tablet: Device | undefined

afterEach(async () => {
  await tablet?.dispose()
  await server?.dispose()
  tablet = undefined
  server = undefined
})

/** From now on, pages of this device read a wall clock that can be set; the monotonic one goes on, as when a person changes the time. */
async function withSettableClock(device: Device): Promise<void> {
  await device.context.addInitScript(() => {
    const trueNow = Date.now.bind(Date)
    Date.now = () => trueNow() + Number(localStorage.getItem('test.clock-shift-ms') ?? 0)
  })
}

async function setClock(page: Page, shiftMs: number): Promise<void> {
  await page.evaluate((shift) => localStorage.setItem('test.clock-shift-ms', String(shift)), shiftMs)
}

/** The true time left at a tick, whatever the device's clock says. `awayMs`: time that passed for the device alone. */
async function expectLeft(page: Page, startedAtMs: number, shiftMs: number, awayMs = 0): Promise<void> {
  const { shownMs, atMs } = await readTick(page)
  const leftMs = ALLOTTED_MS - (atMs - shiftMs - startedAtMs) - awayMs
  expect(Math.abs(shownMs - leftMs), `shown ${shownMs} ms, left ${leftMs} ms`).toBeLessThan(1_500)
}

it('the timer stays right through a sleep, a clock set an hour forwards then back, a second tab, and twenty minutes away', async () => {
  server = await startDemoServer()
  const link = (await server.printed(/Hélène Aubry \(Jury A\)[\s\S]*?(http\S+#\S+)/))[1] ?? ''
  tablet = await launchDevice({ wholeBrowser: true })
  await withSettableClock(tablet)
  const page = await tablet.open(link)
  await fillEnrolment(page)
  await expectDay(page)
  await waitForServiceWorker(page)
  await openOral(page, '08:30')
  await welcome(page)
  const startedAtMs = await startTimer(page)
  await expectLeft(page, startedAtMs, 0)

  // The whole machine sleeps, with a mark made just before; it wakes up on the same page.
  await openSection(page, 'C1')
  await mark(page, firstIndicator('C1'), 'Observé').click()
  await expectSaved(page)
  await tablet.sleep(SLEEP_MS)
  await expectLeft(page, startedAtMs, 0)
  await mark(page, firstIndicator('C1'), 'Observé').and(page.locator('[aria-pressed="true"]')).waitFor()

  await setClock(page, HOUR_MS)
  await page.getByText('L’heure de l’appareil a changé de 60 min 0 s.').waitFor()
  await expectLeft(page, startedAtMs, HOUR_MS)
  await page.getByRole('button', { name: 'C’est bien cela' }).click()

  await setClock(page, 0)
  await page.getByText('L’heure de l’appareil a changé de 60 min 0 s.').waitFor()
  await expectLeft(page, startedAtMs, 0)

  const second = await tablet.open(page.url())
  await unlock(second)
  await second.getByText('Cette fiche est ouverte dans un autre onglet').waitFor()
  await expectLeft(second, startedAtMs, 0)
  await second.close()

  // The page was closed, and twenty minutes passed on the wall.
  await setClock(page, 20 * MINUTE_MS)
  await page.reload()
  await unlock(page)
  await page.getByRole('timer').waitFor()
  await expectLeft(page, startedAtMs, 20 * MINUTE_MS, 20 * MINUTE_MS)
  expect(tablet.complaints).toEqual([])
})
