import type { Locator, Page } from 'playwright'
import { cdcm } from '#frameworks/cdcm.ts'

/** Argon2id and key generation on a busy machine. */
const CRYPTO_LIMIT_MS = 60_000

export const PASSPHRASE = 'sabot lentille orage moulin'

/** Fills the form an enrolment link opens, and sends it. */
export async function fillEnrolment(page: Page): Promise<void> {
  await page.getByLabel('Phrase secrète', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('La même phrase secrète, une seconde fois').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Ouvrir le carnet' }).click()
}

/** Waits for « Ma journée ». */
export async function expectDay(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Ma journée' }).waitFor({ timeout: CRYPTO_LIMIT_MS })
  await orals(page).first().waitFor()
}

export async function unlock(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Ouvrir mon carnet' }).waitFor()
  await page.getByLabel('Phrase secrète', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click()
}

/** The lines of the day's list, in order. */
export function orals(page: Page): Locator {
  return page.getByRole('list', { name: 'Les oraux du jour' }).getByRole('link')
}

/** Opens one oral from the day's list, by its time. */
export async function openOral(page: Page, time: string): Promise<void> {
  await orals(page).filter({ hasText: time }).click()
  await page.getByRole('timer').waitFor()
}

/** Says that the candidate is there, with their papers. */
export async function welcome(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'Présence' }).getByRole('button', { name: 'Présent·e' }).click()
  await page.getByRole('checkbox', { name: 'Identité vérifiée sur une pièce' }).check()
}

/** Starts the timer, and gives the wall clock (epoch ms) at which it was touched. */
export async function startTimer(page: Page): Promise<number> {
  const start = page.getByRole('button', { name: 'Démarrer' })
  const touched = start.evaluate(
    (button) =>
      new Promise<number>((resolve) => button.addEventListener('click', () => resolve(Date.now()), { capture: true, once: true })),
  )
  await start.click()
  return touched
}

export async function stopTimer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Terminer', exact: true }).click()
  await page.getByRole('button', { name: 'Oui, terminer' }).click()
  await page.getByRole('button', { name: 'Reprendre', exact: true }).waitFor()
}

/** What the timer shows as it ticks, and the wall clock (epoch ms) of that tick. */
export async function readTick(page: Page): Promise<{ shownMs: number; atMs: number }> {
  const { text, atMs } = await page.getByRole('timer').evaluate(
    (timer) =>
      new Promise<{ text: string; atMs: number }>((resolve) => {
        const ticks = new MutationObserver(() => {
          ticks.disconnect()
          resolve({ text: timer.textContent ?? '', atMs: Date.now() })
        })
        ticks.observe(timer, { characterData: true, childList: true, subtree: true })
      }),
  )
  const [minutes, seconds] = text.split(':').map(Number)
  if (minutes === undefined || seconds === undefined) throw new Error(`the timer shows ${text}`)
  return { shownMs: (minutes * 60 + seconds) * 1_000, atMs }
}

/** Opens a competence from the rail. */
export async function openSection(page: Page, sectionId: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Aller à une partie de la fiche' })
    .getByRole('button', { name: `${sectionId} ` })
    .click()
}

/** One of the four marks of an indicator, of a criterion or of what remains of a section, by the name of its control. */
export function mark(scope: Page | Locator, control: string, value: 'Observé' | 'Partiel' | 'Non observé' | 'Non évalué'): Locator {
  return scope.getByRole('group', { name: control, exact: true }).getByRole('button', { name: value, exact: true })
}

/** The first indicator of a competence of block 1. */
export function firstIndicator(sectionId: string): string {
  const competences = cdcm.blocks[0]?.activities.flatMap((activity) => activity.competences) ?? []
  const label = competences.find(({ id }) => id === sectionId)?.criteria[0]?.indicators[0]?.label
  if (label === undefined) throw new Error(`no indicator in ${sectionId}`)
  return label
}

/** Waits until a competence shows as marked observed. */
export async function expectObserved(page: Page, sectionId: string): Promise<void> {
  await openSection(page, sectionId)
  await mark(page, firstIndicator(sectionId), 'Observé').and(page.locator('[aria-pressed="true"]')).waitFor()
}

/** The bar of the open section's proposal and verdict. */
export function verdictBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Verdict' })
}

/** What is recorded is said to be, once the disk has it. */
export async function expectSaved(page: Page): Promise<void> {
  await page.getByRole('banner').getByText('Enregistré sur l’appareil').waitFor()
}

/** Where a juror draws their signature. */
export const JUROR_PAD = 'Zone de signature : dessinez avec le doigt ou le stylet'
/** Where a candidate draws theirs. */
export const CANDIDATE_PAD = 'Cadre où signer sa présence : dessinez avec le doigt ou le stylet'

/** Draws a signature with the mouse. */
export async function drawSignature(page: Page, zone: string = JUROR_PAD): Promise<void> {
  const pad = page.getByRole('img', { name: zone })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('the signature pad is not on the screen')
  const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y]
  await page.mouse.move(...at(0.2, 0.6))
  await page.mouse.down()
  for (const [x, y] of [
    [0.3, 0.3],
    [0.4, 0.7],
    [0.5, 0.3],
    [0.7, 0.6],
  ] as const) {
    await page.mouse.move(...at(x, y), { steps: 4 })
  }
  await page.mouse.up()
}

/** Signs, and waits for the read-only sheet. */
export async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Signer la fiche' }).click()
  await page.getByRole('heading', { name: 'Fiche signée' }).waitFor({ timeout: CRYPTO_LIMIT_MS })
}

export async function backToDay(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ma journée' }).first().click()
  await expectDay(page)
}
