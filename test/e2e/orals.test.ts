import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { type Grid, partKey, sectionIndicators } from '#domain/grid.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { defaultGrids } from '#frameworks/default-grids.ts'
import { type Device, waitForWholeApp } from './harness/browser.ts'
import { type Hand, touchingHand, typingHand } from './harness/hand.ts'
import { backToDay, expectDay, expectSaved, fillEnrolment, mark, openOral, orals } from './harness/juror.ts'
import { launchTablet, startDemoServer, type TabletOptions } from './harness/ready.ts'
import type { ServerProcess } from './harness/server.ts'

const DOWNLOAD_LIMIT_MS = 120_000
const PARTIALS_IN_A_SECTION = 2

const GRIDS = new Map(
  defaultGrids(cdcm, { id: cdcm.id, version: cdcm.version, hash: 'A'.repeat(43) }).map((grid) => [partKey(grid.part), grid]),
)

/** The demonstration's first day of Hélène Aubry's panel has one of each. */
const PARTS = [
  { part: 'B1', time: '08:30' },
  { part: 'B2', time: '10:45' },
  { part: 'B3', time: '13:30' },
  { part: 'finalInterview', time: '15:45' },
] as const

let server: ServerProcess | undefined
let tablet: Device | undefined

afterEach(async () => {
  await tablet?.dispose()
  await server?.dispose()
  tablet = undefined
  server = undefined
})

/** A device enrolled online, with the supports when asked, then cut off from everything for good. */
async function anOfflineDay(options: TabletOptions, { supports }: { supports: boolean }): Promise<Page> {
  server = await startDemoServer()
  tablet = await launchTablet(server, options)
  const link = (await server.printed(/Hélène Aubry \(Jury A\)[\s\S]*?(http\S+#\S+)/))[1] ?? ''
  const page = await tablet.open(link)
  await fillEnrolment(page)
  await expectDay(page)
  await waitForWholeApp(page)
  if (supports) {
    await page.getByRole('link', { name: 'Prêt ?', exact: true }).click()
    await page.getByRole('button', { name: 'Télécharger les supports écrits' }).click()
    await page.getByText(/supports enregistrés sur cet appareil/).waitFor({ timeout: DOWNLOAD_LIMIT_MS })
    await backToDay(page)
  }
  await server.stop()
  await tablet.setOffline(true)
  return page
}

function gridOf(part: string): Grid {
  const grid = GRIDS.get(part)
  if (!grid) throw new Error(`no grid for ${part}`)
  return grid
}

/** The candidate is there, papers checked, the grid open. */
async function arrive(page: Page, hand: Hand): Promise<void> {
  if (hand.way === 'keyboard') await hand.press(page.getByRole('link', { name: 'Aller au contenu' }))
  await hand.press(page.getByRole('group', { name: 'Présence' }).getByRole('button', { name: 'Présent·e' }))
  await hand.press(page.getByRole('checkbox', { name: 'Identité vérifiée sur une pièce' }))
  await hand.press(page.getByRole('button', { name: 'Aller à la grille' }))
}

/** Most is observed: the rest at once, then one or two indicators of the larger sections made partial, without changing the proposal. */
async function scoreSection(page: Page, hand: Hand, section: Grid['sections'][number]): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${section.id} `), expanded: true }).waitFor()
  await hand.observeRest()
  const first = sectionIndicators(section).slice(0, PARTIALS_IN_A_SECTION)
  const larger = sectionIndicators(section).length >= 4 * PARTIALS_IN_A_SECTION
  if (larger && first.every((indicator) => !indicator.essential)) {
    for (const { label } of first) await hand.adjust(page.getByRole('group', { name: label, exact: true }))
  }
  await hand.confirmVerdict()
}

/** The role play's own phase brings its competence to hand, wherever the juror was. */
async function enterPhase(page: Page, hand: Hand, title: string): Promise<void> {
  await hand.press(page.getByRole('button', { name: `Passer à : ${title}` }))
}

async function scoreAll(page: Page, hand: Hand, grid: Grid): Promise<void> {
  await hand.startTimer()
  const [first, ...others] = grid.sections
  if (!first) throw new Error('a grid without sections')
  await scoreSection(page, hand, first)
  const focus = grid.phases.flatMap((phase) => phase.focus)
  const inRolePlay = others.filter((section) => focus.includes(section.id))
  if (inRolePlay.length > 0) await enterPhase(page, hand, 'Négociation')
  for (const section of inRolePlay) await scoreSection(page, hand, section)
  if (inRolePlay.length > 0) await enterPhase(page, hand, 'Questions')
  const last = others.filter((section) => !focus.includes(section.id))
  // From the role play, the next sections come on; those before it last.
  const from = Math.max(0, ...inRolePlay.map((section) => grid.sections.indexOf(section)))
  const order = [...last.filter((s) => grid.sections.indexOf(s) > from), ...last.filter((s) => grid.sections.indexOf(s) < from)]
  for (const section of order) await scoreSection(page, hand, section)
  await page.getByRole('heading', { name: 'Synthèse' }).waitFor()
}

/** The checklist counts where its items are no indicators of the grid. */
async function markDelivery(page: Page, hand: Hand, grid: Grid): Promise<void> {
  if (grid.delivery.counted) return
  await hand.press(page.getByRole('button', { name: 'Prestation', exact: true }))
  const panel = page.getByRole('complementary', { name: 'Prestation orale' })
  for (const { title } of grid.delivery.items) await hand.press(mark(panel, title, 'Observé'))
  await hand.press(panel.getByRole('button', { name: 'Fermer' }))
}

async function stopAndSign(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('button', { name: 'Terminer', exact: true }))
  await hand.press(page.getByRole('button', { name: 'Oui, terminer' }))
  await hand.press(page.getByRole('button', { name: 'Confirmer : Validé' }))
  await hand.write(page.getByRole('textbox', { name: 'Appréciation générale' }), 'Oral solide et clair.')
  await page.getByText('Rien ne manque. Vous pouvez signer.').waitFor()
  await hand.chooseTypedSignature()
  await hand.write(page.getByRole('textbox', { name: 'Tapez votre prénom et votre nom' }), 'Hélène Aubry')
  await expectSaved(page)
  await hand.press(page.getByRole('button', { name: 'Signer la fiche' }))
  await page.getByRole('heading', { name: 'Fiche signée' }).waitFor()
}

/** A page of the support, looked up in the middle of the oral: its time and the candidate's own window go on. */
async function lookUpAPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Plus d’actions du chronomètre' }).tap()
  const opening = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Dans une autre fenêtre' }).tap()
  const candidate = await opening
  await page.getByRole('button', { name: 'Plus d’actions du chronomètre' }).tap()
  await page.getByRole('link', { name: 'vu page 1' }).first().tap()
  await page.getByText('/ 30', { exact: true }).waitFor()
  for (const clock of [page.getByRole('timer'), candidate.getByRole('timer')]) {
    const before = await clock.textContent()
    await expect.poll(() => clock.textContent()).not.toBe(before)
  }
  await page.getByRole('link', { name: 'Revenir à l’oral' }).tap()
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor()
  const both = () => Promise.all([page, candidate].map((each) => each.getByRole('timer').textContent()))
  await expect.poll(async () => new Set(await both()).size).toBe(1)
  await candidate.close()
}

const WAYS = [
  { way: 'touch', options: { hasTouch: true, viewport: { width: 820, height: 1180 } }, handOn: touchingHand },
  { way: 'keyboard', options: { viewport: { width: 1180, height: 820 } }, handOn: typingHand },
] as const

it.each(WAYS)('by $way, offline: a full oral of every block and a final interview, each signed', async ({ way, options, handOn }) => {
  const page = await anOfflineDay(options, { supports: false })
  for (const { part, time } of PARTS) {
    await openOral(page, time)
    const grid = gridOf(part)
    const hand = handOn(page)
    await arrive(page, hand)
    const before = hand.count()
    await scoreAll(page, hand, grid)
    const scoring = hand.count() - before
    await markDelivery(page, hand, grid)
    await stopAndSign(page, hand)
    // Touches from arrival to signature; at the keyboard, from the timer's start to the last verdict, each key counted.
    if (part === 'B1') expect(way === 'touch' ? hand.count() : scoring).toBeLessThanOrEqual(60)
    await backToDay(page)
  }
  await expect.poll(() => orals(page).filter({ hasText: 'Signée – sur cet appareil' }).count()).toBe(PARTS.length)
  expect(tablet?.complaints).toEqual([])
})

it('the support read before, offline: at most 25 gestures during the oral of block 1', async () => {
  const page = await anOfflineDay({ hasTouch: true, viewport: { width: 1180, height: 820 } }, { supports: true })
  const grid = gridOf('B1')
  await openOral(page, '08:30')
  await page.getByRole('link', { name: /^Lire le support de/ }).tap()
  await page.getByText('/ 30', { exact: true }).waitFor()
  for (const [index, section] of grid.sections.entries()) {
    if (index > 0) await page.getByRole('button', { name: new RegExp(`^${section.id} `) }).tap()
    for (const { title } of section.criteria) {
      const all = page.getByRole('button', { name: `Tout observé : ${title}`, exact: true })
      if (await all.isEnabled()) await all.tap()
    }
    await page.getByRole('button', { name: new RegExp(`^${section.id} `) }).tap()
  }
  await page.getByRole('link', { name: 'Revenir à l’oral' }).tap()

  const hand = touchingHand(page)
  await arrive(page, hand)
  const before = hand.count()
  await hand.startTimer()
  await lookUpAPage(page)
  for (const section of grid.sections) {
    await page.getByRole('button', { name: new RegExp(`^${section.id} `), expanded: true }).waitFor()
    const rest = mark(page, `Le reste de ${section.id}`, 'Observé')
    if (await rest.isEnabled()) await hand.press(rest)
    else {
      // What was read is adjusted by what is heard.
      const [heard] = sectionIndicators(section).filter((indicator) => !indicator.essential)
      if (heard && sectionIndicators(section).length > 4) await hand.adjust(page.getByRole('group', { name: heard.label, exact: true }))
    }
    await hand.confirmVerdict()
  }
  await hand.press(page.getByRole('button', { name: 'Terminer', exact: true }))
  await hand.press(page.getByRole('button', { name: 'Oui, terminer' }))
  expect(hand.count() - before).toBeLessThanOrEqual(25)
  expect(hand.count() - before).toBeGreaterThan(grid.sections.length)
  expect(tablet?.complaints).toEqual([])
})
