import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { minutesListSchema } from '#contract/minutes.ts'
import { deliverSheets, PANEL_DAY } from '../builders/a-deliberation.ts'
import { readPdfText } from '../builders/a-pdf-reading.ts'
import { signStoredMinutes } from '../builders/a-result.ts'
import { COORDINATOR, type TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFile } from '../builders/an-import-file.ts'
import { expectAccessible, expectAccessibleInBothThemes } from './harness/axe.ts'
import { type Device, waitForWholeApp } from './harness/browser.ts'
import { launchTablet } from './harness/ready.ts'
import { serveApp } from './harness/served-app.ts'

let server: TestServer | undefined
let office: Device | undefined

afterEach(async () => {
  await office?.dispose()
  await server?.dispose()
  office = undefined
  server = undefined
})

/** What the panel says of its day, and the freezing; ends on the frozen minutes. */
async function freeze(page: Page, told: () => Promise<void>): Promise<void> {
  await told()
  await page.getByRole('button', { name: 'Relire le procès-verbal' }).click()
  await page.getByRole('heading', { name: 'Ce que dira le procès-verbal' }).waitFor()
  await page.getByRole('button', { name: 'Figer le procès-verbal' }).click()
}

async function saved(page: Page, link: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link, exact: true }).click()])
  return download.path()
}

it('at the desk: a panel’s minutes decided, frozen, signed and corrected; their proof is verified with no network', async () => {
  server = await serveApp()
  const file = anImportFile()
  const day = await aSessionDay(server, {
    ...file,
    candidates: file.candidates.slice(0, 1),
    orals: file.orals.filter(({ id }) => id === 'o1'),
  })
  const devices = await Promise.all(['j1', 'j2', 'j3'].map(day.device))
  await deliverSheets(day, devices, ['o1'])
  const signAll = async (hash: string) => {
    for (const device of devices) await signStoredMinutes(day, device, hash)
  }
  const { coordinator, sessionId } = day
  const stored = async () => minutesListSchema.parse(await (await coordinator.get('sessionMinutes', { sessionId })).json()).minutes

  office = await launchTablet(server, { viewport: { width: 1280, height: 800 } })
  const page = await office.open(`${server.origin}/coordination/sessions/${sessionId}/jurys/${PANEL_DAY.panelId}/${PANEL_DAY.day}`)
  await page.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(COORDINATOR.password)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.getByRole('button', { name: 'Décider' }).click()
  await page.getByRole('radio', { name: 'Validé', exact: true }).check()
  await page.getByRole('button', { name: 'Enregistrer la décision' }).click()
  await page.getByText('Décidé : Validé').waitFor()
  await freeze(page, async () => {
    await page.getByLabel('Début de la séance').fill('2026-11-24T17:00')
    await page.getByLabel('Fin de la séance').fill('2026-11-24T17:30')
    await page.getByLabel('Voies de recours').fill('Recours écrit auprès du certificateur.')
    await expectAccessibleInBothThemes(page)
  })
  await page.getByRole('heading', { level: 1, name: 'Procès-verbal' }).waitFor()
  const [first] = await stored()
  await signAll(first?.hash ?? '')

  // An error is corrected by other minutes, which name the first; those stay.
  await page.reload()
  await page.getByRole('link', { name: 'Préparer un rectificatif' }).click()
  await freeze(page, async () => {
    await page.getByLabel('Pourquoi ce rectificatif ?').fill('La délibération a fini à 17 h 45.')
    await page.getByLabel('Fin de la séance').fill('2026-11-24T17:45')
  })
  await page.getByRole('heading', { level: 1, name: 'Procès-verbal rectificatif' }).waitFor()
  const second = (await stored()).find(({ amends }) => amends === first?.hash)
  await signAll(second?.hash ?? '')
  await page.reload()
  await page.getByText('Motif : La délibération a fini à 17 h 45.').waitFor()
  await expect.poll(() => page.getByText('Signé', { exact: true }).count()).toBe(3)
  await expectAccessible(page)
  const pdf = await saved(page, 'Télécharger le PDF')
  await page.getByRole('link', { name: 'Ouvrir le procès-verbal d’origine' }).click()
  await page.getByText('Ce procès-verbal est corrigé par un autre').waitFor()
  const proof = await saved(page, 'Télécharger la preuve')

  // Anybody verifies both, with no network, after the page was opened anew.
  await page.getByRole('link', { name: 'Vérifier une preuve' }).click()
  await page.getByRole('heading', { level: 1, name: 'Vérifier un procès-verbal' }).waitFor()
  await waitForWholeApp(page)
  await office.setOffline(true)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Vérifier un procès-verbal' }).waitFor()
  await page.locator('input[type=file]').setInputFiles({ name: 'preuve.json', mimeType: 'application/json', buffer: await readFile(proof) })
  await page.getByText(/^Agnès Dumas a signé ce texte, mot pour mot/).waitFor()
  await page.getByText(/^Un autre procès-verbal, enregistré le .* corrige celui-ci/).waitFor()
  await expectAccessibleInBothThemes(page)
  const bytes = await readFile(pdf)
  await page.locator('input[type=file]').setInputFiles({ name: 'proces-verbal.pdf', mimeType: 'application/pdf', buffer: bytes })
  await page.getByText(`C’est un rectificatif : il corrige le procès-verbal d’empreinte ${first?.hash}.`).waitFor()
  await page.getByText(/^Lise Guyot a signé ce texte, mot pour mot/).waitFor()
  const { text } = await readPdfText(new Uint8Array(bytes))
  expect(text).toContain('Procès-verbal rectificatif')
  expect(text).toContain(`corrige celui d’empreinte ${first?.hash}`)
  expect(office.complaints).toEqual([])
}, 240_000)
