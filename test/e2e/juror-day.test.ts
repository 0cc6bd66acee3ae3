import type { Locator, Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { cdcm } from '#frameworks/cdcm.ts'
import { aCoordinator } from '../builders/a-server.ts'
import { expectAccessible, expectAccessibleInBothThemes } from './harness/axe.ts'
import { type Device, launchDevice, waitForServiceWorker } from './harness/browser.ts'
import {
  backToDay,
  drawSignature,
  expectDay,
  expectSaved,
  fillEnrolment,
  mark,
  openOral,
  openSection,
  orals,
  readTick,
  sign,
  startTimer,
  stopTimer,
  unlock,
  verdictBar,
  welcome,
} from './harness/juror.ts'
import { type ServerProcess, startServer } from './harness/server.ts'

const DELIVERY_LIMIT_MS = 60_000
const BLOCK_1 = cdcm.blocks[0]?.activities.flatMap((activity) => activity.competences) ?? []

let server: ServerProcess | undefined
let tablet: Device | undefined

afterEach(async () => {
  await tablet?.dispose()
  await server?.dispose()
  tablet = undefined
  server = undefined
})

/** Marks all that remains of a competence with one touch, and confirms what is proposed. The next one opens by itself. */
async function observeAndConfirm(page: Page, sectionId: string): Promise<void> {
  await mark(page, `Le reste de ${sectionId}`, 'Observé').click()
  await verdictBar(page).getByRole('button', { name: 'Confirmer : Acquise' }).click()
}

/** Yann Cormier’s oral up to C5, with everything one can record: marks, delivery, note, verdicts. */
async function scoreFiveCompetences(page: Page): Promise<void> {
  await mark(page, 'Le reste de C1', 'Observé').click()
  await verdictBar(page).getByText('Proposition : Acquise').waitFor()
  await verdictBar(page).getByText('100 % des points évalués').waitFor()
  await expectAccessibleInBothThemes(page)
  await verdictBar(page).getByRole('button', { name: 'Confirmer : Acquise' }).click()

  const [panel] = BLOCK_1[1]?.criteria ?? []
  if (!panel?.indicators[0]) throw new Error('C2 has no criterion')
  await mark(page, `Tout le critère « ${panel.title} »`, 'Observé').click()
  await mark(page, panel.indicators[0].label, 'Partiel').click()
  await observeAndConfirm(page, 'C2')

  await mark(page, 'Le reste de C3', 'Partiel').click()
  await verdictBar(page).getByText('Proposition : En cours').waitFor()
  await verdictBar(page).getByRole('button', { name: 'Confirmer : En cours' }).click()

  await page.getByRole('button', { name: 'Prestation', exact: true }).click()
  const delivery = page.getByRole('complementary', { name: 'Prestation orale' })
  await delivery.getByText('Compte pour C4').waitFor()
  for (const { title } of cdcm.delivery.items) await mark(delivery, title, 'Observé').click()
  await expectAccessible(page)
  await delivery.getByRole('button', { name: 'Fermer' }).click()
  await observeAndConfirm(page, 'C4')

  await page.getByRole('button', { name: 'Notes', exact: true }).click()
  const notes = page.getByRole('complementary', { name: 'Notes' })
  await notes.getByLabel('Votre note').fill('Positionnement peu argumenté.')
  await notes.getByRole('button', { name: 'Ajouter la note' }).click()
  await notes.getByLabel('Modifier').waitFor()
  await expectAccessible(page)
  await notes.getByRole('button', { name: 'Fermer' }).click()

  await mark(page, 'Le reste de C5', 'Non observé').click()
  await verdictBar(page).getByText('Proposition : Non acquise').waitFor()
  await verdictBar(page).getByRole('button', { name: 'En cours', exact: true }).click()
  await verdictBar(page).getByLabel('Motif').fill('Le positionnement est repris à l’oral, sans être écrit.')
  await verdictBar(page).getByText('Enregistré sur l’appareil').waitFor()
}

/** What `scoreFiveCompetences` recorded, as the screen shows it. */
async function expectFiveCompetences(page: Page): Promise<void> {
  await page.getByText('5 / 9 verdicts').waitFor()
  const rail = page.getByRole('navigation', { name: 'Aller à une partie de la fiche' })
  const verdicts = { 'C1 ': 'Acquise', 'C2 ': 'Acquise', 'C3 ': 'En cours', 'C4 ': 'Acquise', 'C5 ': 'En cours' }
  for (const [section, verdict] of Object.entries(verdicts)) {
    expect(await rail.getByRole('button', { name: section }).getAttribute('aria-label')).toContain(`, ${verdict}`)
  }
  await openSection(page, 'C2')
  const first = BLOCK_1[1]?.criteria[0]?.indicators[0]?.label ?? ''
  expect(await mark(page, first, 'Partiel').getAttribute('aria-pressed')).toBe('true')
  await openSection(page, 'C5')
  expect(await verdictBar(page).getByLabel('Motif').inputValue()).toBe('Le positionnement est repris à l’oral, sans être écrit.')
  await page.getByRole('button', { name: 'Notes', exact: true }).click()
  const notes = page.getByRole('complementary', { name: 'Notes' })
  expect(await notes.getByLabel('Modifier').inputValue()).toBe('Positionnement peu argumenté.')
  await notes.getByRole('button', { name: 'Fermer' }).click()
  await page.getByRole('button', { name: 'Prestation', exact: true }).click()
  const delivery = page.getByRole('complementary', { name: 'Prestation orale' })
  for (const { title } of cdcm.delivery.items) expect(await mark(delivery, title, 'Observé').getAttribute('aria-pressed')).toBe('true')
  await delivery.getByRole('button', { name: 'Fermer' }).click()
}

/** The right to the second: what the timer shows at a tick is what the wall clock says is left. */
async function expectClock(page: Page, allottedMinutes: number, startedAtMs: number): Promise<void> {
  const { shownMs, atMs } = await readTick(page)
  const leftMs = allottedMinutes * 60_000 - (atMs - startedAtMs)
  expect(Math.abs(shownMs - leftMs), `shown ${shownMs} ms, left ${leftMs} ms`).toBeLessThan(1_000)
}

async function expectFocused(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate((node) => node === document.activeElement), { timeout: 5_000 }).toBe(true)
}

/** From the list of what is missing to each thing it names, one touch away. */
async function finishAndReview(page: Page): Promise<void> {
  for (const section of ['C6', 'C7', 'C8', 'C9']) {
    await openSection(page, section)
    await observeAndConfirm(page, section)
  }
  await page.getByRole('heading', { name: 'Synthèse' }).waitFor()
  const missing = page.getByRole('region', { name: 'Avant de signer' })
  await missing.getByRole('button', { name: 'Le chronomètre n’est pas terminé.' }).click()
  await expectFocused(page.getByRole('region', { name: 'Chronomètre' }))
  await stopTimer(page)
  await missing.getByRole('button', { name: 'L’avis sur l’ensemble manque.' }).click()

  const part = page.getByRole('region', { name: 'Avis sur l’ensemble' })
  await part.getByText('Bloc proposé « validé » quand toutes les compétences sont acquises.').waitFor()
  await part.getByRole('button', { name: 'Confirmer : Non validé' }).click()
  await part.getByLabel('Motif').fill('C3 et C5 restent à confirmer.')
  await missing.getByRole('button', { name: 'L’appréciation générale est vide.' }).click()
  const appreciation = page.getByRole('textbox', { name: 'Appréciation générale' })
  await expectFocused(appreciation)
  await expectAccessibleInBothThemes(page)
  await appreciation.fill('Étude solide, positionnement à reprendre.')
  await missing.getByText('Rien ne manque. Vous pouvez signer.').waitFor()
}

/** A signed sheet says where it is, and offers nothing to change but a correction. */
async function expectReadOnly(page: Page): Promise<void> {
  await page.getByText('Sur cet appareil seulement : pas encore remise').waitFor()
  expect(await page.getByRole('button', { name: 'Observé' }).count()).toBe(0)
  expect(await page.getByRole('textbox').count()).toBe(0)
  await page.getByRole('button', { name: 'Corriger' }).waitFor()
}

/** Inès Bazin’s oral: everything observed, signed at the keyboard. */
async function scoreAllObserved(page: Page): Promise<void> {
  await welcome(page)
  await page.getByRole('button', { name: 'Aller à la grille' }).click()
  await startTimer(page)
  for (const { id } of BLOCK_1) await observeAndConfirm(page, id)
  await stopTimer(page)
  await page.getByRole('button', { name: 'Confirmer : Validé' }).click()
  await page.getByRole('textbox', { name: 'Appréciation générale' }).fill('Très bon oral.')
  await page.getByText('Au clavier').click()
  await page.getByLabel('Tapez votre prénom et votre nom').fill('Hélène Aubry')
  await sign(page)
}

/** Maëlle Delattre did not come: no verdict is asked for. */
async function closeAbsent(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'Présence' }).getByRole('button', { name: 'Absent·e' }).click()
  await page.getByText('L’oral n’a pas lieu. Il reste à revoir et signer la fiche.').waitFor()
  await page.getByLabel('Que s’est-il passé ?').fill('Personne à l’appel de 10 h.')
  await page.getByRole('button', { name: /^Revoir/ }).click()
  await page.getByText('Il n’y a pas de verdict à donner.').waitFor()
  await page.getByText('Rien ne manque. Vous pouvez signer.').waitFor()
  await expectAccessible(page)
  await drawSignature(page)
  await sign(page)
}

it('a juror’s day: enrolled online, three orals with no server, no network and a browser killed, delivered by itself', async () => {
  server = await startServer({ demo: true })
  const link = (await server.printed(/Hélène Aubry \(Jury A\)[\s\S]*?(http\S+#\S+)/))[1] ?? ''
  const setupLink = (await server.printed(/(http\S+\/premiere-connexion#\S+)/))[1] ?? ''
  const { origin } = server
  tablet = await launchDevice({ wholeBrowser: true, ownMemory: true })

  // Once, with the network.
  let page = await tablet.open(link)
  await page.getByText('Lien d’inscription reçu').waitFor()
  expect(page.url()).toBe(`${origin}/salle/inscription`)
  await expectAccessibleInBothThemes(page)
  await fillEnrolment(page)
  await expectDay(page)
  await waitForServiceWorker(page)
  await expectAccessibleInBothThemes(page)
  for (const name of ['Prêt ?', 'Plis', 'Réglages']) {
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page)
  }

  // From here on, nothing but the tablet.
  await server.stop()
  await tablet.setOffline(true)
  await tablet.kill()
  await tablet.relaunch()
  await tablet.setOffline(true)
  page = await tablet.open(`${origin}/salle`)
  await page.getByRole('heading', { level: 1, name: 'Ouvrir mon carnet' }).waitFor()
  await expectAccessibleInBothThemes(page)
  await unlock(page)
  await expectDay(page)
  await page.getByText('Sans réseau', { exact: true }).waitFor()
  expect(await orals(page).locator('time').allTextContents()).toEqual([
    '08:30',
    '09:15',
    '10:00',
    '10:45',
    '11:30',
    '13:30',
    '14:15',
    '15:00',
    '15:45',
  ])
  await expect.poll(() => orals(page).filter({ hasText: 'À venir' }).count()).toBe(9)

  // An oral with extra time, and the battery pulled out in the middle.
  await openOral(page, '09:15')
  await page.getByRole('heading', { level: 1, name: 'Yann Cormier' }).waitFor()
  await page.getByText('Durée pour cet oral : 40 min au lieu de 30 min.').waitFor()
  expect(await page.getByRole('timer').textContent()).toBe('40:00')
  await expectAccessibleInBothThemes(page)
  await welcome(page)
  await page.getByRole('button', { name: 'Aller à la grille' }).click()
  const startedAtMs = await startTimer(page)
  await scoreFiveCompetences(page)
  await expectClock(page, 40, startedAtMs)
  await expectSaved(page)
  await tablet.kill()
  await tablet.relaunch()
  await tablet.setOffline(true)
  page = await tablet.open(`${origin}/salle`)
  await unlock(page)
  await expectDay(page)
  await page.getByRole('link', { name: 'Reprendre l’oral : Yann Cormier, 09:15' }).click()
  await page.getByRole('timer').waitFor()
  await expectClock(page, 40, startedAtMs)
  await expectFiveCompetences(page)
  await finishAndReview(page)
  await drawSignature(page)
  await sign(page)
  await expectReadOnly(page)
  await expectAccessibleInBothThemes(page)
  await backToDay(page)

  // A whole block 1 oral signed at the keyboard, and somebody who did not come.
  await openOral(page, '08:30')
  expect(await page.getByRole('timer').textContent()).toBe('30:00')
  await scoreAllObserved(page)
  await page.getByText('Hélène Aubry', { exact: true }).waitFor()
  await backToDay(page)
  await openOral(page, '10:00')
  await closeAbsent(page)
  await backToDay(page)
  await expect.poll(() => orals(page).filter({ hasText: 'Signée – sur cet appareil' }).count()).toBe(3)
  expect(await orals(page).filter({ hasText: '10:00' }).textContent()).toContain('Candidat·e absent·e')
  await expectAccessibleInBothThemes(page)

  // The network is back: nobody touches anything.
  await server.start()
  await tablet.setOffline(false)
  await orals(page).filter({ hasText: 'Remise' }).nth(2).waitFor({ timeout: DELIVERY_LIMIT_MS })
  await expect.poll(() => orals(page).filter({ hasText: 'Remise' }).count()).toBe(3)
  await expectAccessibleInBothThemes(page)
  await openOral09(page)
  await page.getByText('Remise : reçue par la coordination').waitFor()
  const hash = (await page.getByText(/^Empreinte\s: /).textContent())?.replace(/^Empreinte\s: /, '') ?? ''
  const coordinator = await aCoordinator({ origin, running: () => ({ setupLink }) })
  expect((await coordinator.get('sheet', { hash })).status).toBe(200)
  expect(tablet.complaints).toEqual([])
})

/** Opens the signed sheet of the 09:15 oral from the day. */
async function openOral09(page: Page): Promise<void> {
  await orals(page).filter({ hasText: '09:15' }).click()
  await page.getByRole('heading', { name: 'Fiche signée' }).waitFor()
}
