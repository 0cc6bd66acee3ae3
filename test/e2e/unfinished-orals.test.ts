import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { type Device, launchDevice } from './harness/browser.ts'
import {
  backToDay,
  expectDay,
  expectSaved,
  fillEnrolment,
  firstIndicator,
  mark,
  openOral,
  openSection,
  orals,
  startTimer,
  stopTimer,
  welcome,
} from './harness/juror.ts'
import { startDemoServer } from './harness/ready.ts'
import type { ServerProcess } from './harness/server.ts'

const DELIVERY_LIMIT_MS = 60_000

let server: ServerProcess | undefined
let tablet: Device | undefined

afterEach(async () => {
  await tablet?.dispose()
  await server?.dispose()
  tablet = undefined
  server = undefined
})

async function say(page: Page, presence: string): Promise<void> {
  await page.getByRole('group', { name: 'Présence' }).getByRole('button', { name: presence }).click()
}

async function tellWhy(page: Page, reason: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Que s’est-il passé ?' }).fill(reason)
}

/** Signs by typing, once nothing is missing, and reads what the signed sheet says of the oral. */
async function signTyped(page: Page): Promise<string | null> {
  await page.getByText('Rien ne manque. Vous pouvez signer.').waitFor()
  await expectSaved(page)
  await page.getByText('Au clavier', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Tapez votre prénom et votre nom' }).fill('Hélène Aubry')
  await page.getByRole('button', { name: 'Signer la fiche' }).click()
  await page.getByRole('heading', { name: 'Fiche signée' }).waitFor()
  return page.getByRole('article', { name: /^Version/ }).textContent()
}

it('offline: an absence, an abandonment and an interruption are closed, signed, and delivered like any other oral', async () => {
  server = await startDemoServer()
  const link = (await server.printed(/Hélène Aubry \(Jury A\)[\s\S]*?(http\S+#\S+)/))[1] ?? ''
  tablet = await launchDevice({ viewport: { width: 820, height: 1180 } })
  const page = await tablet.open(link)
  await fillEnrolment(page)
  await expectDay(page)
  // Looked at while the app still installs itself, the check says so, and says by itself when it is done.
  await page.getByRole('link', { name: 'Prêt ?', exact: true }).click()
  await page.getByText('L’application démarre sans réseau.').waitFor()
  await page.getByText('Les supports PDF se lisent sans réseau.').waitFor()
  await backToDay(page)
  await server.stop()
  await tablet.setOffline(true)

  // Nobody came: the presence alone, then the signature.
  await openOral(page, '08:30')
  await say(page, 'Absent·e')
  await page.getByRole('button', { name: 'Aller à la signature' }).click()
  await page.getByText('La personne est absente. Il n’y a pas de verdict à donner.').waitFor()
  const absence = await signTyped(page)
  expect(absence).toMatch(/Absent·e/)
  expect(absence).not.toMatch(/Identité|Marques/)
  await backToDay(page)

  // The candidate gives up once in the room: why is asked for.
  await openOral(page, '09:15')
  await say(page, 'Abandon')
  await page.getByRole('button', { name: 'Aller à la signature' }).click()
  await page.getByRole('button', { name: /^Écrivez pourquoi l’oral n’a pas eu lieu/ }).click()
  await tellWhy(page, 'Renonce avant de commencer')
  await page.getByRole('button', { name: 'Aller à la signature' }).click()
  expect(await signTyped(page)).toMatch(/Abandon\s: Renonce avant de commencer/)
  await backToDay(page)

  // The alarm rings in the middle: what was marked until then stays, the timer is stopped first.
  await openOral(page, '10:00')
  await welcome(page)
  await startTimer(page)
  await openSection(page, 'C1')
  await mark(page, firstIndicator('C1'), 'Observé').click()
  await page.getByRole('button', { name: 'Accueil' }).click()
  await say(page, 'Interrompu')
  await tellWhy(page, 'Alarme incendie, salle évacuée')
  await page.getByRole('button', { name: 'Aller à la signature' }).click()
  await page.getByRole('button', { name: 'Le chronomètre n’est pas terminé.' }).waitFor()
  await stopTimer(page)
  const interruption = await signTyped(page)
  expect(interruption).toMatch(/Interrompu\s: Alarme incendie, salle évacuée · Identité vérifiée/)
  expect(interruption).toMatch(/C1/)
  await backToDay(page)

  for (const [time, word] of [
    ['08:30', 'Candidat·e absent·e'],
    ['09:15', 'Abandon'],
    ['10:00', 'Oral interrompu'],
  ] as const) {
    const line = orals(page).filter({ hasText: time })
    expect(await line.textContent()).toContain(word)
    await line.getByText('Signée – sur cet appareil').waitFor()
  }

  await server.start()
  await tablet.setOffline(false)
  await page.getByText('Tout est remis').first().waitFor({ timeout: DELIVERY_LIMIT_MS })
  await expect.poll(() => orals(page).filter({ hasText: 'Remise' }).count()).toBe(3)
  expect(tablet.complaints).toEqual([])
})
