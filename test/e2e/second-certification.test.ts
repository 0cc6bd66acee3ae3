import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { sessionBoardSchema, sessionListSchema, storedSheetSchema } from '#contract/desk.ts'
import { aSecondFramework } from '../builders/a-framework.ts'
import { aCoordinator, COORDINATOR, type TestClient } from '../builders/a-server.ts'
import { anImportFile } from '../builders/an-import-file.ts'
import { expectAccessible, expectAccessibleInBothThemes } from './harness/axe.ts'
import type { Device } from './harness/browser.ts'
import {
  expectDay,
  expectSaved,
  fillEnrolment,
  mark,
  openOral,
  openSection,
  sign,
  startTimer,
  stopTimer,
  verdictBar,
  welcome,
} from './harness/juror.ts'
import { type Office, openOffice } from './harness/office.ts'
import { launchTablet } from './harness/ready.ts'
import { type ServerProcess, startServer } from './harness/server.ts'

const DELIVERY_LIMIT_MS = 30_000

let server: ServerProcess | undefined
let office: Office | undefined
let tablet: Device | undefined

afterEach(async () => {
  await tablet?.dispose()
  await office?.dispose()
  await server?.dispose()
  tablet = undefined
  office = undefined
  server = undefined
})

async function signInAtDesk(page: Page): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(COORDINATOR.password)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Grilles' }).click()
}

/** Publishes the framework from its file, after its one mistake has been named by its line. */
async function importFramework(page: Page): Promise<void> {
  const text = JSON.stringify(aSecondFramework(), null, 2)
  await page.getByRole('link', { name: 'Importer un référentiel' }).click()
  const field = page.getByLabel('Ou collez le contenu du fichier')
  await field.fill(text.replace('"level": 4', '"level": 9'))
  await page.getByRole('button', { name: 'Vérifier et publier' }).click()
  await page.getByText('Ce nombre est trop grand : au plus 8.').waitFor()
  await expectAccessible(page)
  await field.fill(text)
  await page.getByRole('button', { name: 'Vérifier et publier' }).click()
  await page.getByRole('heading', { name: 'Relieur·e d’art' }).waitFor()
  await expectAccessible(page)
}

/** Twenty minutes in two phases, marks out of 20, an average of 10 with no mark under 7. */
async function publishGrid(page: Page, title: string, sectionIds: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: `Ouvrir ${title} dans l’éditeur` }).click()
  await page.getByRole('heading', { name: 'Ce que la grille décide' }).waitFor()
  await page.getByLabel('Nom du temps 1').fill('Présentation')
  await page.getByLabel('Minutes du temps 1').fill('12')
  await page.getByText('Somme : 12 min sur 20. Le compte n’est pas juste.').waitFor()
  await page.getByRole('button', { name: 'Vérifier et publier' }).click()
  await page.getByRole('alert').getByText('La somme des temps de l’oral n’est pas égale à sa durée.').waitFor()
  await page.getByRole('button', { name: 'Ajouter un temps' }).click()
  await page.getByLabel('Nom du temps 2').fill('Questions')
  await page.getByLabel('Minutes du temps 2').fill('8')
  await page.getByText('Somme : 20 min sur 20. Le compte est juste.').waitFor()
  await page.getByLabel('Un verdict se donne en').selectOption('points')
  await page.getByLabel('Règle pour l’épreuve entière').selectOption('average')
  await page.getByLabel('Moyenne au moins').fill('10')
  await page.getByLabel('Note plancher').fill('7')

  // What it decides, seen before it is published: one mark under the floor fails a good average.
  const decided = page.getByRole('status', { name: 'Proposition pour l’épreuve' })
  await page.getByLabel('Fiche d’exemple').selectOption('allObserved')
  await decided.getByText('Validé', { exact: true }).waitFor()
  for (const [place, id] of sectionIds.entries()) await page.getByLabel(`Note sur ${id}`).fill(place === 0 ? '6.5' : '20')
  await decided.getByText('Non validé', { exact: true }).waitFor()
  await expectAccessibleInBothThemes(page)

  await page.getByRole('button', { name: 'Vérifier et publier' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publier', exact: true }).click()
  await page.getByText('Points sur 20, par pas de 0.5').waitFor()
  await page.getByText('Validé quand la moyenne atteint 10, sans note sous 7').waitFor()
  await expectAccessible(page)
}

async function board(coordinator: TestClient, sessionId: string) {
  return sessionBoardSchema.parse(await (await coordinator.get('board', { sessionId })).json())
}

async function openSynthesis(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Aller à une partie de la fiche' }).getByRole('button', { name: 'Synthèse' }).click()
}

function aBindersSession() {
  const today = new Date().toISOString().slice(0, 10)
  const [candidate] = anImportFile().candidates
  if (!candidate) throw new Error('the file has candidates')
  return anImportFile({
    session: { title: 'Session de reliure', centre: 'Atelier d’Angers', startsOn: today, endsOn: today },
    candidates: [{ ...candidate, blocks: ['R1', 'R2'], accommodations: [] }],
    orals: [{ id: 'o1', candidateId: candidate.id, panelId: 'p1', gridId: 'reliure-r1', startsAt: `${today}T09:00:00Z` }],
  })
}

it('another certification is set up at the desk alone: its framework, its grids, a session, an oral marked out of 20', async () => {
  server = await startServer()
  const setupLink = (await server.printed(/(http\S+\/premiere-connexion#\S+)/))[1] ?? ''
  const { origin } = server
  const coordinator = await aCoordinator({ origin, running: () => ({ setupLink }) })
  office = await openOffice()
  const desk = await office.open(`${origin}/coordination/connexion`)
  await signInAtDesk(desk)
  await desk.getByRole('heading', { name: 'Grilles publiées' }).waitFor()
  await expectAccessibleInBothThemes(desk)
  await importFramework(desk)
  await publishGrid(desk, 'Relier un livre', ['R1.C1', 'R1.C2'])
  await desk.getByRole('link', { name: '← Grilles et référentiels' }).click()
  await desk.getByRole('link', { name: 'Préparer les grilles de Relieur·e d’art' }).click()
  await publishGrid(desk, 'Conseiller un client', ['R2.C1'])

  await desk.goto(`${origin}/coordination/import`)
  await desk.getByLabel('Ou collez le contenu du fichier').fill(JSON.stringify(aBindersSession()))
  await desk.getByRole('button', { name: 'Vérifier et importer' }).click()
  await desk.getByRole('heading', { level: 1, name: 'Session de reliure' }).waitFor()
  const { sessions } = sessionListSchema.parse(await (await coordinator.get('sessions')).json())
  const sessionId = sessions[0]?.id ?? ''
  const enrolment = (await (await coordinator.post('enrolmentLink', '', { sessionId, jurorId: 'j1' })).json()) as { link: string }

  tablet = await launchTablet(server)
  const room = await tablet.open(enrolment.link)
  await fillEnrolment(room)
  await expectDay(room)
  await openOral(room, '09:00')
  expect(await room.getByRole('timer').textContent()).toBe('20:00')
  await welcome(room)
  await room.getByRole('button', { name: 'Aller à la grille' }).click()
  await startTimer(room)
  for (const [id, points] of [
    ['R1.C1', '6,5'],
    ['R1.C2', '18'],
  ] as const) {
    await openSection(room, id)
    await mark(room, `Le reste de ${id}`, 'Observé').click()
    await verdictBar(room).getByRole('button', { name: 'Confirmer : Acquise' }).click()
    const field = verdictBar(room).getByLabel('Note sur 20')
    await field.fill(points)
    await field.press('Enter')
    await expectSaved(room)
  }
  await expectAccessible(room)
  await stopTimer(room)
  await openSynthesis(room)
  await room.getByText('Bloc proposé « validé » quand la moyenne atteint 10 et qu’aucune note n’est sous 7.').waitFor()
  await room.getByRole('button', { name: 'Confirmer : Non validé' }).click()
  await room.getByRole('region', { name: 'Avis sur l’ensemble' }).getByLabel('Motif').fill('Une couture à reprendre.')
  await room.getByRole('textbox', { name: 'Appréciation générale' }).fill('Belle couverture.')
  await room.getByText('Au clavier').click()
  await room.getByLabel('Tapez votre prénom et votre nom').fill('Agnès Dumas')
  await sign(room)

  await expect.poll(async () => (await board(coordinator, sessionId)).sheets.length, { timeout: DELIVERY_LIMIT_MS }).toBe(1)
  const [received] = (await board(coordinator, sessionId)).sheets
  const { sheet } = storedSheetSchema.parse(await (await coordinator.get('sheet', { hash: received?.hash ?? '' })).json())
  expect(sheet.grid).toMatchObject({ id: 'reliure-r1', version: '2026' })
  expect(sheet.sections.map(({ id, verdict, points }) => [id, verdict, points])).toEqual([
    ['R1.C1', 'acquired', 6.5],
    ['R1.C2', 'acquired', 18],
  ])
  expect(sheet.part).toMatchObject({ proposal: 'notValidated', verdict: 'notValidated' })
})
