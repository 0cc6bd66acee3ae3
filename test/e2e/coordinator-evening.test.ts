import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Locator, Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { sessionListSchema } from '#contract/desk.ts'
import { routePath } from '#contract/routes.ts'
import type { EntryBody } from '#domain/entry.ts'
import { gridIndicators } from '#domain/grid.ts'
import { COORDINATOR, signIn } from '../builders/a-server.ts'
import { anImportedSession } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet, aWholeOral } from '../builders/a-sheet.ts'
import type { EnrolledDevice } from '../builders/an-enrolled-device.ts'
import { anImportFile } from '../builders/an-import-file.ts'
import { expectAccessible, expectAccessibleInBothThemes } from './harness/axe.ts'
import { type Office, openOffice } from './harness/office.ts'
import { launchTablet } from './harness/ready.ts'
import { type ServerProcess, startServer } from './harness/server.ts'

const EXAMPLE = join(import.meta.dirname, '../fixtures/import-example.json')
const HOUR_MS = 3_600_000
/** A second on an idle machine; a busy one gets a few. */
const LIVE_LIMIT_MS = 5_000

let server: ServerProcess | undefined
let office: Office | undefined

afterEach(async () => {
  await office?.dispose()
  await server?.dispose()
  office = undefined
  server = undefined
})

async function fillCredentials(page: Page): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(COORDINATOR.password)
}

/** An hour's instant and its date, as an import file gives them. */
function hoursFromNow(hours: number): string {
  return new Date(Date.now() + hours * HOUR_MS).toISOString()
}

/** One panel of three: an oral yesterday, one tomorrow, and yesterday's final interview. */
function aSessionAroundNow() {
  const orals = anImportFile().orals
  const times = [hoursFromNow(-26), hoursFromNow(+26), hoursFromNow(-24)]
  return anImportFile({
    session: {
      title: 'Session du soir',
      centre: 'Centre d’Angers',
      startsOn: hoursFromNow(-26).slice(0, 10),
      endsOn: hoursFromNow(+26).slice(0, 10),
    },
    orals: orals.map((oral, index) => ({ ...oral, startsAt: times[index] ?? oral.startsAt })),
  })
}

/** Everything a juror can record: marks, delivery, note, question, a verdict against the proposal with its reason. */
function aRichOral(device: EnrolledDevice): EntryBody[] {
  const grid = device.package.grids.find((one) => one.grid.id === 'cdcm-b1')?.grid
  const first = grid && gridIndicators(grid)[0]
  if (!grid || !first) throw new Error('no block 1 grid')
  return [
    ...aWholeOral(grid).slice(0, -2),
    { kind: 'note', noteId: 'n1', target: { id: first.id }, text: 'Sources datées et citées.', private: false },
    { kind: 'question', questionId: 'q1', text: 'Pourquoi ce panel ?', asked: true },
    { kind: 'mark', targets: [first.id], value: 'partial' },
    { kind: 'verdict', sectionId: 'C5', verdict: 'inProgress', reason: 'Positionnement à préciser.' },
    { kind: 'partVerdict', verdict: 'notValidated', reason: 'C5 reste à confirmer.' },
    { kind: 'appreciation', text: 'Étude solide, positionnement à reprendre.' },
  ]
}

async function deliver(device: EnrolledDevice, bodies?: EntryBody[]): Promise<void> {
  const { envelope } = await aSealedSheet(device, aSheet(device, 'o1', bodies ? { bodies } : {}))
  const answer = await fetch(`${server?.origin}${routePath('deliver')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ envelopes: [envelope.jwe] }),
  })
  expect(await answer.text()).toContain('"stored"')
}

/** What a table's row says, cell by cell. */
async function cellsOf(row: Locator): Promise<string[]> {
  return (await row.getByRole('cell').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
}

/** On a telephone, nothing is to be looked for sideways. */
async function expectNothingBesideAPhone(page: Page): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  if (size) await page.setViewportSize(size)
}

/** A column's values of the results, by its heading. */
function columnOf(rows: string[][], heading: string): (string | undefined)[] {
  const index = rows[0]?.indexOf(heading) ?? -1
  expect(index, heading).toBeGreaterThanOrEqual(0)
  return rows.slice(1).map((row) => row[index])
}

/** The account of the first link: created once, left, and entered again. */
async function createAccountAndSignIn(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Première connexion' }).waitFor()
  expect(new URL(page.url()).hash).toBe('')
  await expectAccessibleInBothThemes(page)
  await page.getByLabel('Prénom et nom').fill(COORDINATOR.name)
  await fillCredentials(page)
  await page.getByRole('button', { name: 'Créer le compte' }).click()
  await page.getByText('Aucune session pour le moment').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.getByRole('heading', { level: 1, name: 'Connexion' }).waitFor()
  await expectAccessibleInBothThemes(page)
  await fillCredentials(page)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Sessions d’examen' }).waitFor()
}

it('a coordinator’s evening: sheets arrive on an open board, one is read and its signature verified, results leave as CSV', async () => {
  server = await startServer()
  const setupLink = (await server.printed(/(http\S+\/premiere-connexion#\S+)/))[1] ?? ''
  office = await launchTablet(server, { viewport: { width: 1280, height: 800 } })
  const page = await office.open(setupLink)
  await createAccountAndSignIn(page)

  const running = { origin: server.origin, running: () => ({ setupLink: null }) }
  const day = await anImportedSession(running, await signIn(server), aSessionAroundNow())
  const devices = { j1: await day.device('j1'), j2: await day.device('j2') }

  // The board, open and untouched while two sheets come in.
  await page.reload()
  await page.getByRole('link', { name: 'Session du soir' }).click()
  await page.getByText('En direct').waitFor()
  await page.evaluate(() => document.body.setAttribute('data-never-reloaded', ''))
  const orals = page.getByRole('table', { name: 'Oraux : Jury A' })
  const yesterday = orals.getByRole('row').filter({ hasText: 'Inès Bazin' }).first()
  const tomorrow = orals.getByRole('row').filter({ hasText: 'Yann Cormier' })
  expect(await cellsOf(yesterday)).toEqual([expect.any(String), expect.any(String), 'Absente', 'Absente', 'Absente'])
  expect(await cellsOf(tomorrow)).toEqual([expect.any(String), expect.any(String), 'Attendue', 'Attendue', 'Attendue'])
  await page.getByText(/^Lise Guyot\s: 2 fiches absentes/).waitFor()
  await deliver(devices.j1, aRichOral(devices.j1))
  await yesterday.getByText('Reçue').waitFor({ timeout: LIVE_LIMIT_MS })
  await deliver(devices.j2)
  await yesterday.getByText('Reçue').nth(1).waitFor({ timeout: LIVE_LIMIT_MS })
  await page.getByText('2 fiches reçues sur 9, 4 absentes, 3 attendues').first().waitFor()
  expect(await page.locator('body').getAttribute('data-never-reloaded')).toBe('')
  await expectAccessibleInBothThemes(page)
  await expectNothingBesideAPhone(page)

  await readRichSheet(page, yesterday)
  await compareCandidate(page)
  await downloadResults(page)

  await page.getByRole('link', { name: 'Journal' }).click()
  await page.getByText(/^Chaîne intacte/).waitFor()
  await expectAccessible(page)
  expect(office.complaints).toEqual([])
})

/** The sheet of Agnès Dumas: all she recorded, when, and what her signature proves. */
async function readRichSheet(page: Page, row: Locator): Promise<void> {
  await row.getByRole('link', { name: /Fiche de Agnès Dumas/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Fiche d’évaluation : Agnès Dumas' }).waitFor()
  await page.getByText('Signature vérifiée : la fiche n’a pas changé depuis sa signature').waitFor()
  await page.getByText('Le résultat correspond au relevé des gestes, rejoué un par un.').waitFor()
  const main = page.getByRole('main')
  for (const recorded of [
    'Non validé',
    'Motif : C5 reste à confirmer.',
    'Identité vérifiée',
    'Motif : Positionnement à préciser.',
    'Sources datées et citées.',
    'Pourquoi ce panel ?',
    'Étude solide, positionnement à reprendre.',
  ]) {
    await main.getByText(recorded, { exact: true }).first().waitFor()
  }
  const c5 = page.getByRole('article', { name: /^C5/ })
  await c5.getByText('Le juré ou la jurée a décidé autrement que la proposition.').waitFor()
  const timeline = page.getByRole('table', { name: 'Déroulé' })
  await expect.poll(() => timeline.getByRole('row').count()).toBeGreaterThan(15)
  await timeline.getByRole('row', { name: /Début de l’oral/ }).waitFor()
  await timeline.getByRole('row', { name: /C5 : En cours/ }).waitFor()
  await expectAccessibleInBothThemes(page)
}

/** Inès Bazin: the jurors' words side by side, where they differ first. */
async function compareCandidate(page: Page): Promise<void> {
  await page.getByRole('link', { name: '← Inès Bazin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Inès Bazin' }).waitFor()
  await page.getByText('2 divergences entre juré·es').waitFor()
  const table = page.getByRole('table', { name: /^Avis des juré·es/ }).first()
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
    'Compétence ou activité',
    'Agnès Dumas',
    'Karim Ferrand',
    'Lise Guyot',
    'État',
  ])
  expect(await cellsOf(table.getByRole('row', { name: /^Épreuve entière/ }))).toEqual(['Non validé', 'Validé', '–', 'Divergence'])
  expect(await cellsOf(table.getByRole('row', { name: /^C5/ }))).toEqual(['En cours proposé : Acquise', 'Acquise', '–', 'Divergence'])
  await expectAccessibleInBothThemes(page)
  await page.getByRole('link', { name: '← Session du soir' }).click()
}

/** The file a French spreadsheet opens by double click. */
async function downloadResults(page: Page): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Télécharger les résultats (CSV)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('resultats.csv')
  const text = await readFile(await download.path(), 'utf8')
  expect(text.startsWith('\uFEFFNuméro;Nom;Prénom;Épreuve;Jury;Début;')).toBe(true)
  const { data: rows, errors } = Papa.parse<string[]>(text.slice(1), { delimiter: ';' })
  expect(errors).toEqual([])
  expect(rows).toHaveLength(4)
  expect(new Set(rows.map((row) => row.length)).size).toBe(1)
  // A constant formula: as a plain number, a spreadsheet would drop its zeros.
  expect(columnOf(rows, 'Numéro')).toEqual(['="0001"', '="0001"', '="0002"'])
  expect(columnOf(rows, 'Fiches reçues')).toEqual(['2 / 3', '0 / 3', '0 / 3'])
  expect(columnOf(rows, 'Avis 1')[0]).toBe('Non validé')
  expect(columnOf(rows, 'Avis 2')[0]).toBe('Validé')
  expect(columnOf(rows, 'Détail 1')[0]).toContain('C5 : En cours')
}

it('imports a session whole or not at all, and names every error by its line and field', async () => {
  server = await startServer()
  const setupLink = (await server.printed(/(http\S+\/premiere-connexion#\S+)/))[1] ?? ''
  office = await openOffice()
  const page = await office.open(setupLink)
  await createAccountAndSignIn(page)
  const coordinator = await signIn(server)
  const storedCount = async () => sessionListSchema.parse(await (await coordinator.get('sessions')).json()).sessions.length

  const good = await readFile(EXAMPLE, 'utf8')
  const lines = good.split('\n')
  const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1
  const wrong = good
    .replace('"endsOn": "2026-06-17"', '"endsOn": "17 juin"')
    .replace('"number": "D-102"', '"number": "D-101"')
    .replace('"presidentId": "jure-1"', '"presidentId": "jure-9"')

  await page.getByRole('link', { name: 'Importer une session' }).click()
  await page.getByRole('heading', { level: 1, name: 'Importer une session' }).waitFor()
  await expectAccessible(page)
  await page.locator('input[type=file]').setInputFiles({ name: 'session.json', mimeType: 'application/json', buffer: Buffer.from(wrong) })
  await page.getByRole('button', { name: 'Vérifier et importer' }).click()
  await page.getByRole('alert').getByText('Fichier à corriger. Rien n’a été importé.').waitFor()
  const complaints = page.getByRole('table', { name: '3 points à corriger' })
  const places = await complaints
    .getByRole('row')
    .evaluateAll((rows) =>
      rows
        .slice(1)
        .map((row) =>
          [...row.querySelectorAll('td')].filter((_, index) => index !== 1).map((cell) => cell.textContent.replace(/\s/g, ' ')),
        ),
    )
  expect(places).toEqual([
    [String(lineOf('"endsOn"')), 'session.endsOn', expect.stringContaining('Cette date n’est pas lisible.')],
    [String(lineOf('"number": "D-102"')), 'candidates[1].number', expect.stringContaining('Le numéro « D-101 » est déjà pris')],
    [String(lineOf('"presidentId": "jure-1"')), 'panels[0].presidentId', expect.stringContaining('La présidence « jure-9 »')],
  ])
  await expectAccessibleInBothThemes(page)
  expect(await storedCount()).toBe(0)

  await page.locator('input[type=file]').setInputFiles(EXAMPLE)
  await page.getByText('Fichier choisi : import-example.json').waitFor()
  await page.getByRole('button', { name: 'Vérifier et importer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Session de démonstration' }).waitFor()
  await page.getByRole('table', { name: 'Oraux : Jury A' }).waitFor()
  await page.getByRole('table', { name: 'Oraux : Jury B' }).waitFor()
  expect(await storedCount()).toBe(1)
  await page.getByRole('link', { name: 'Sessions', exact: true }).click()
  await page.getByText('12 candidat·es, 48 oraux').waitFor()
  await expectAccessibleInBothThemes(page)
  expect(office.complaints).toEqual([])
})
