import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { readPdfText } from '../builders/a-pdf-reading.ts'
import type { TestServer } from '../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { type Device, waitForServiceWorker } from './harness/browser.ts'
import { CANDIDATE_PAD, drawSignature, expectDay, expectSaved, fillEnrolment, JUROR_PAD, openOral, sign, unlock } from './harness/juror.ts'
import { launchTablet } from './harness/ready.ts'
import { serveApp } from './harness/served-app.ts'

const DELIVERY_LIMIT_MS = 60_000

let server: TestServer | undefined
let tablet: Device | undefined

afterEach(async () => {
  await tablet?.dispose()
  await server?.dispose()
  tablet = undefined
  server = undefined
})

/** How many pixels of the signature's zone have ink. */
function inkedPixels(page: Page, pad: string): Promise<number> {
  return page.getByRole('img', { name: pad }).evaluate((zone) => {
    const canvas = zone instanceof HTMLCanvasElement ? zone : zone.querySelector('canvas')
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let inked = 0
    for (let alpha = 3; alpha < pixels.length; alpha += 4) if (pixels[alpha] !== 0) inked += 1
    return inked
  })
}

/** Turns the tablet, then makes it as narrow as a phone: what was drawn is still there. */
async function turnTablet(page: Page, pad: string): Promise<void> {
  expect(await inkedPixels(page, pad)).toBeGreaterThan(0)
  for (const size of [
    { width: 1180, height: 820 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size)
    await expect.poll(() => inkedPixels(page, pad), { timeout: 5_000 }).toBeGreaterThan(0)
  }
}

/** What the desk's attendance sheet of a day says. */
async function attendance({ coordinator, sessionId }: SessionDay, day: string): Promise<string> {
  const answer = await coordinator.get('attendanceSheet', { sessionId, panelId: 'p1', day })
  return (await readPdfText(new Uint8Array(await answer.arrayBuffer()))).text
}

it('keeps a drawn signature when the tablet is turned while it is handed over', async () => {
  server = await serveApp()
  const day = await aSessionDay(server, anImportFileOfToday())
  tablet = await launchTablet(server, { viewport: { width: 820, height: 1180 } })
  const page = await tablet.open(await day.link('j1'))
  await fillEnrolment(page)
  await expectDay(page)
  await openOral(page, '09:00')
  await page.getByRole('group', { name: 'Présence' }).getByRole('button', { name: 'Absent·e' }).click()
  await page.getByLabel('Que s’est-il passé ?').fill('Personne à l’appel de 9 h.')
  await page.getByRole('button', { name: /^Revoir/ }).click()
  await drawSignature(page)
  await turnTablet(page, JUROR_PAD)
  await sign(page)
  expect(tablet.complaints).toEqual([])
})

it('offline: a candidate signs their presence on a tablet that is turned; it outlives a reload and is on the attendance sheet', async () => {
  server = await serveApp()
  const file = anImportFileOfToday()
  const day = await aSessionDay(server, file)
  tablet = await launchTablet(server, { viewport: { width: 820, height: 1180 } })
  const page = await tablet.open(await day.link('j1'))
  await fillEnrolment(page)
  await expectDay(page)
  await waitForServiceWorker(page)
  await tablet.setOffline(true)
  await openOral(page, '09:00')
  await page.getByRole('group', { name: 'Présence' }).getByRole('button', { name: 'Présent·e' }).click()
  const card = page.getByRole('region', { name: 'Signature de présence' })
  await card.getByRole('button', { name: 'Faire signer ici' }).click()
  await drawSignature(page, CANDIDATE_PAD)
  await turnTablet(page, CANDIDATE_PAD)
  await card.getByRole('button', { name: 'Je signe ma présence' }).click()
  await card.getByText(/^Inès Bazin a signé sa présence le /).waitFor()
  await expectSaved(page)

  await page.reload()
  await unlock(page)
  await page.getByRole('timer').waitFor()
  await page.getByRole('button', { name: 'Accueil' }).click()
  await card.getByRole('img', { name: 'Signature dessinée par Inès Bazin' }).waitFor()

  await page.getByRole('group', { name: 'Présence' }).getByRole('button', { name: 'Interrompu' }).click()
  await page.getByRole('textbox', { name: 'Que s’est-il passé ?' }).fill('Alarme incendie, salle évacuée')
  await page.getByRole('button', { name: 'Aller à la signature' }).click()
  await drawSignature(page)
  await sign(page)
  await page.getByRole('img', { name: 'Signature dessinée par Inès Bazin' }).waitFor()
  expect(await attendance(day, file.session.startsOn)).not.toContain('Signé le')
  await tablet.setOffline(false)
  await expect
    .poll(() => attendance(day, file.session.startsOn), { timeout: DELIVERY_LIMIT_MS, interval: 1_000 })
    .toMatch(/Inès Bazin.*Signé le .*Agnès Dumas.*Fiche signée le/)
  expect(tablet.complaints).toEqual([])
})
