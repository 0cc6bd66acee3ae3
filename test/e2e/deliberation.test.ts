import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { minutesListSchema } from '#contract/minutes.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { aServer, type TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFile } from '../builders/an-import-file.ts'
import { expectAccessible, expectAccessibleInBothThemes } from './harness/axe.ts'
import { type Device, launchDevice, waitForServiceWorker } from './harness/browser.ts'
import { expectDay, fillEnrolment, mark, openSection, sign, startTimer, stopTimer, verdictBar, welcome } from './harness/juror.ts'

const APP_DIR = join(import.meta.dirname, '../../dist/app')
const DELIVERY_LIMIT_MS = 60_000
const BLOCK_1 = cdcm.blocks[0]?.activities.flatMap((activity) => activity.competences) ?? []

let server: TestServer | undefined
let devices: Device[] = []

afterEach(async () => {
  for (const device of devices) await device.dispose()
  await server?.dispose()
  devices = []
  server = undefined
})

/** A tablet enrolled for a juror, on « Ma journée ». */
async function enrolled(link: string): Promise<{ device: Device; page: Page }> {
  const device = await launchDevice()
  devices.push(device)
  const page = await device.open(link)
  await fillEnrolment(page)
  await expectDay(page)
  await waitForServiceWorker(page)
  return { device, page }
}

async function refreshPackage(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Réglages', exact: true }).click()
  await page.getByRole('button', { name: 'Actualiser le dossier de session' }).click()
  await page.getByText(/Le dossier de session (est|était déjà) à jour/).waitFor()
}

/** Scores the block with everything observed, but one competence where the juror saw nothing. */
async function scoreAndSign(page: Page, name: string, refused: string | null): Promise<void> {
  await page.getByRole('link', { name: 'Ma journée' }).first().click()
  await page
    .getByRole('link', { name: /Inès Bazin/ })
    .first()
    .click()
  await page.getByRole('timer').waitFor()
  await welcome(page)
  await page.getByRole('button', { name: 'Aller à la grille' }).click()
  await startTimer(page)
  for (const { id } of BLOCK_1) {
    await openSection(page, id)
    await mark(page, `Le reste de ${id}`, id === refused ? 'Non observé' : 'Observé').click()
    await verdictBar(page)
      .getByRole('button', { name: /^Confirmer/ })
      .click()
    if (id !== refused) continue
    await verdictBar(page).getByLabel('Motif').fill('Rien sur les chiffres du marché.')
    await verdictBar(page).getByText('Enregistré sur l’appareil').waitFor()
  }
  await stopTimer(page)
  await page.getByRole('button', { name: refused === null ? 'Confirmer : Validé' : 'Confirmer : Non validé' }).click()
  if (refused !== null) await page.getByRole('region', { name: 'Avis sur l’ensemble' }).getByLabel('Motif').fill('À revoir.')
  await page.getByRole('textbox', { name: 'Appréciation générale' }).fill('Oral vivant, plan clair.')
  await page.getByText('Au clavier').click()
  await page.getByLabel('Tapez votre prénom et votre nom').fill(name)
  await sign(page)
}

/** What a screen saves as a file, given to another tablet. */
async function handFile(from: Page, to: Page): Promise<void> {
  const [download] = await Promise.all([
    from.waitForEvent('download'),
    from.getByRole('button', { name: 'Enregistrer un fichier .jury' }).click(),
  ])
  await to.getByRole('link', { name: 'Délibérer', exact: true }).click()
  await to.getByRole('heading', { level: 1, name: 'Délibération' }).waitFor()
  const path = await download.path()
  await to.locator('input[type=file]').setInputFiles({ name: download.suggestedFilename(), mimeType: '', buffer: await readFile(path) })
  await to.getByText('Reçu et vérifié').waitFor()
}

async function signTyped(page: Page, name: string): Promise<void> {
  await page.getByText('Au clavier').click()
  await page.getByLabel('Tapez votre prénom et votre nom').fill(name)
  await page.getByRole('button', { name: 'Signer ce procès-verbal' }).click()
  await page.getByText(new RegExp(`${name}, le `)).waitFor()
}

it('a panel deliberates and signs its minutes with no network, and the server has them once afterwards', async () => {
  server = await aServer({ appDir: APP_DIR })
  const file = anImportFile()
  const [candidate] = file.candidates
  const oral = file.orals.find(({ id }) => id === 'o1')
  if (!candidate || !oral) throw new Error('no oral to import')
  const day = await aSessionDay(server, { ...file, candidates: [candidate], orals: [oral] })
  const president = await enrolled(await day.link('j1'))
  const second = await enrolled(await day.link('j2'))
  for (const { page } of [president, second]) await refreshPackage(page)
  for (const { device } of [president, second]) await device.setOffline(true)

  // Blind first: what comes in stays shut until the president has signed.
  await scoreAndSign(second.page, 'Karim Ferrand', 'C5')
  await second.page.getByRole('link', { name: 'Ma journée' }).first().click()
  await second.page.getByRole('link', { name: 'Délibérer', exact: true }).click()
  await expectAccessible(second.page)
  await second.page.getByRole('link', { name: 'Donner par QR' }).click()
  await second.page.getByText('Vos fiches, pour Agnès Dumas').waitFor()
  await second.page.getByRole('button', { name: 'Afficher le code' }).click()
  await second.page.getByText(/^[1-9]\d* images? montrées?/).waitFor()
  await expectAccessible(second.page)
  await second.page.getByRole('button', { name: 'C’est reçu' }).click()
  await second.page.getByRole('link', { name: 'Retour à la délibération' }).click()
  await handFile(second.page, president.page)
  await president.page.getByRole('link', { name: /Inès Bazin/ }).click()
  await president.page.getByText('Fiche reçue, encore fermée').waitFor()
  await expectAccessible(president.page)
  await scoreAndSign(president.page, 'Agnès Dumas', null)

  // The one divergence is settled, with its reason.
  const table = president.page
  await table.getByRole('link', { name: 'Ma journée' }).first().click()
  await table.getByRole('link', { name: 'Délibérer', exact: true }).click()
  await expectAccessibleInBothThemes(table)
  await table.getByRole('link', { name: /Inès Bazin/ }).click()
  await table.getByRole('heading', { name: '1 divergence' }).waitFor()
  await table.getByRole('button', { name: 'Reprendre les 8 accords' }).click()
  const decision = table.getByRole('group', { name: 'Décision du jury pour C5' })
  await decision.getByRole('button', { name: 'Non acquise' }).click()
  await decision.getByRole('button', { name: 'Reprendre ce motif (Karim Ferrand)' }).click()
  await table.getByRole('button', { name: 'Non validé' }).click()
  await table.getByRole('region', { name: 'Décision sur l’épreuve' }).getByLabel('Motif de la décision').fill('C5 reste à acquérir.')
  await table.getByText('Décision complète. Elle est enregistrée sur cet appareil.').waitFor()
  await expectAccessibleInBothThemes(table)

  // Minutes with an absent member, signed by the two others.
  await table.getByRole('link', { name: 'Oraux du jour' }).click()
  await table.getByRole('link', { name: 'Préparer le procès-verbal' }).click()
  await table.getByLabel('Lise Guyot était présent·e').click()
  await table.getByLabel('Motif de l’absence (Lise Guyot)').fill('Souffrante.')
  await table.getByText('absent·e : Souffrante.').waitFor()
  await expectAccessibleInBothThemes(table)
  await table.getByRole('button', { name: 'Figer le procès-verbal' }).click()
  await signTyped(table, 'Agnès Dumas')
  await expectAccessibleInBothThemes(table)
  await handFile(table, second.page)
  await second.page.getByRole('link', { name: 'Ouvrir le procès-verbal' }).click()
  await second.page.getByText('Décision : non validé.').waitFor()
  await signTyped(second.page, 'Karim Ferrand')
  await handFile(second.page, table)
  await table.getByRole('link', { name: 'Ouvrir le procès-verbal' }).first().click()
  await table.getByText('Tous les membres présents ont signé.').waitFor()
  for (const { device } of [president, second]) expect(device.complaints).toEqual([])

  // The network is back: every copy leaves by itself, and the server keeps one.
  for (const { device } of [president, second]) await device.setOffline(false)
  await table.getByText('Remis au serveur').first().waitFor({ timeout: DELIVERY_LIMIT_MS })
  const { coordinator, sessionId } = day
  const stored = async () => minutesListSchema.parse(await (await coordinator.get('sessionMinutes', { sessionId })).json()).minutes
  await expect.poll(async () => (await stored())[0]?.missing, { timeout: DELIVERY_LIMIT_MS }).toEqual([])
  expect(await stored()).toMatchObject([{ origin: 'device', signed: ['j1', 'j2'], missing: [], absent: ['j3'] }])
}, 280_000)
