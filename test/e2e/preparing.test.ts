import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { readTableFiles } from '#app/desk/prepare/import/read-table-files.ts'
import { MINUTE_PX } from '#app/desk/prepare/planning/board-time.ts'
import { enrolmentLinkSchema, sessionBoardSchema } from '#contract/desk.ts'
import { columnKeys, mapTables, TABLE_KINDS } from '#domain/tables/columns.ts'
import { aLargeWorkbook } from '../builders/a-large-session.ts'
import { aPdf } from '../builders/a-pdf.ts'
import { aStoredPreparation } from '../builders/a-preparation.ts'
import { aCoordinator, COORDINATOR, type TestServer } from '../builders/a-server.ts'
import { anEnrolledDevice } from '../builders/an-enrolled-device.ts'
import { expectAccessible, expectAccessibleInBothThemes } from './harness/axe.ts'
import { type Office, openOffice } from './harness/office.ts'
import { serveApp } from './harness/served-app.ts'

/** What preparing may take here, the two cores of a small machine included. */
const JOURNEY_LIMIT_MS = 180_000

let server: TestServer | undefined
let desk: Office | undefined

afterEach(async () => {
  await desk?.dispose()
  await server?.dispose()
})

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await page.getByLabel('Mot de passe').fill(COORDINATOR.password)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Sessions d’examen' }).waitFor()
}

/** Drags a card down by so many pixels. */
async function dragDown(page: Page, card: Locator, byPx: number): Promise<void> {
  await card.scrollIntoViewIfNeeded()
  const box = await card.boundingBox()
  if (!box) throw new Error('the card is not drawn')
  await page.mouse.move(box.x + 20, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + 20, box.y + 10 + byPx, { steps: 8 })
  await page.getByText('Jury A, mardi 24 novembre, 10:30').waitFor()
  await page.mouse.up()
}

it('takes an empty server to a published session of 200 candidates, 30 jurors and 600 orals, by a workbook and the planning', {
  timeout: JOURNEY_LIMIT_MS,
}, async () => {
  server = await serveApp()
  const coordinator = await aCoordinator(server)
  const workbook = await aLargeWorkbook({ candidates: 200, jurors: 30 })
  const path = join(server.dataDir, workbook.name)
  await writeFile(path, workbook.bytes)
  desk = await openOffice()
  const startedMs = Date.now()
  const page = await desk.open(`${server.origin}/coordination`)
  await signIn(page)

  await page.getByRole('link', { name: 'Préparer une session' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger un modèle (XLSX)' }).click(),
  ])
  const template = await readTableFiles([{ name: 'modele.xlsx', bytes: new Uint8Array(await readFile(await download.path())) }])
  expect(mapTables(template.tables).map(({ kind, mapping }) => [kind, Object.keys(mapping).length])).toEqual([
    ...TABLE_KINDS.map((kind) => [kind, columnKeys(kind).length]),
    [null, 0],
  ])
  await page.getByLabel('Titre de la session').fill('Session de novembre')
  await page.getByLabel('Centre d’examen').fill('Centre d’Angers')
  await page.getByLabel('Premier jour').fill('2026-11-23')
  await page.getByLabel('Dernier jour').fill('2026-11-30')
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByText('Tout est lisible').waitFor()
  await page.getByText('200 candidat·es, 30 juré·es, 10 jurys, 600 oraux dont 600 à placer').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Créer la session' }).click()

  await page.getByRole('link', { name: 'Planning', exact: true }).click()
  const planningMs = Date.now()
  await page.getByRole('button', { name: 'Proposer un planning' }).click()
  await page.getByText('600 oraux placés.').waitFor({ timeout: 30_000 })
  const plannedMs = Date.now() - planningMs
  await page.getByText('Aucun heurt dans le planning.').waitFor()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Vue d’ensemble' }).click()
  await page.getByText('Rien ne manque. Vous pouvez publier.').waitFor()
  await page.getByRole('button', { name: 'Publier la session' }).click()
  await page.getByRole('link', { name: 'Suivi de la session' }).click()
  await page.getByRole('heading', { level: 1, name: 'Session de novembre' }).waitFor()
  console.info(`prepared in ${Date.now() - startedMs} ms, planned in ${plannedMs} ms`)

  const { sessions } = (await (await coordinator.get('sessions')).json()) as { sessions: { id: string }[] }
  const sessionId = sessions[0]?.id ?? ''
  const board = sessionBoardSchema.parse(await (await coordinator.get('board', { sessionId })).json())
  expect([board.candidates.length, board.jurors.length, board.panels.length, board.orals.length]).toEqual([200, 30, 10, 600])
  expect(desk.complaints).toEqual([])
})

it('moves an oral by keyboard, names the clash, undoes it, keeps a panel from sitting, and binds the supports to their orals', async () => {
  server = await serveApp()
  const coordinator = await aCoordinator(server)
  const { sessionId } = await aStoredPreparation(coordinator)
  const files = [
    { name: '0001_B1.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdf(Array.from({ length: 32 }, () => 'page'))) },
    { name: 'devoir.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdf(['page'])) },
    { name: 'photo.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a PDF') },
  ]
  desk = await openOffice()
  const page = await desk.open(`${server.origin}/coordination`)
  await signIn(page)
  await page.getByRole('link', { name: 'Session d’essai' }).click()

  await page.getByRole('link', { name: 'Planning', exact: true }).click()
  await page.getByRole('button', { name: 'Yann Cormier, Bloc B1, 10:00' }).focus()
  await page.keyboard.press('Space')
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowUp')
  await page.getByText('09:40 : trop près de l’oral de Inès Bazin dans le même jury').waitFor()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Yann Cormier, Bloc B1, 09:40' }).and(page.locator(':focus')).waitFor()
  await page.getByText('1 heurt dans le planning').waitFor()
  await page.getByRole('button', { name: 'Annuler le dernier changement' }).click()
  await dragDown(page, page.getByRole('button', { name: 'Yann Cormier, Bloc B1, 10:00' }), 30 * MINUTE_PX)
  await page.getByRole('button', { name: 'Yann Cormier, Bloc B1, 10:30' }).waitFor()
  // The click that ends a drop is swallowed by dnd-kit for 50 ms: no hand is so quick.
  await page.waitForTimeout(200)
  await page.getByRole('button', { name: 'Yann Cormier, Bloc B1, 10:30' }).click()
  await page.getByRole('form', { name: 'Placer un oral' }).getByLabel('Heure').fill('14:00')
  await page.getByRole('button', { name: 'Placer ici' }).click()
  await page.getByRole('button', { name: 'Yann Cormier, Bloc B1, 14:00' }).waitFor()
  await expectAccessibleInBothThemes(page)

  await page.getByRole('link', { name: 'Jurys' }).click()
  await page.getByLabel('Juré·e', { exact: true }).selectOption({ label: 'Karim Ferrand' })
  await page.getByLabel('Candidat·e', { exact: true }).selectOption({ label: 'Yann Cormier (0002)' })
  await page.getByRole('button', { name: 'Noter ce lien' }).click()
  await page.getByText('Lien déclaré avec un·e candidat·e entendu·e par ce jury : Karim Ferrand.').waitFor()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: 'Retirer le lien entre Karim Ferrand et Yann Cormier' }).click()
  await page.getByText('Composition conforme.').waitFor()

  await page.getByRole('link', { name: 'Supports écrits' }).click()
  await page.getByLabel('Date de réception').first().fill('2026-11-10')
  await page.locator('input[type=file]').setInputFiles(files)
  await page.getByText('Ce fichier n’est pas un PDF lisible').waitFor()
  await page.getByText('32 pages sans annexes, 30 permises').waitFor()
  await page.getByText('Reçu après le 3 novembre 2026').waitFor()
  await page.getByLabel('Première page des annexes de 0001_B1.pdf').fill('31')
  await page.getByText('32 pages sans annexes').waitFor({ state: 'detached' })
  await page.getByLabel('Raison de la dérogation pour 0001_B1.pdf').fill('Accord de la responsable')
  await page.getByText('Accepté par dérogation').waitFor()
  await page.getByLabel('Candidat·e', { exact: true }).selectOption({ label: 'Yann Cormier (0002)' })
  await page.getByLabel('Épreuve').selectOption({ label: 'Bloc B1' })
  await page.getByRole('button', { name: 'Rattacher : devoir.pdf' }).click()
  await expectAccessibleInBothThemes(page)

  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Tout est enregistré').waitFor()
  await page.getByRole('link', { name: 'Vue d’ensemble' }).click()
  await page.getByRole('button', { name: 'Publier la session' }).click()
  await page.getByRole('link', { name: 'Suivi de la session' }).waitFor()

  const { link } = enrolmentLinkSchema.parse(await (await coordinator.post('enrolmentLink', '', { sessionId, jurorId: 'j1' })).json())
  const { session } = (await anEnrolledDevice(server.origin, link)).package
  expect(session.orals.find(({ id }) => id === 'o2')?.startsAt).toBe('2026-11-24T14:00:00+01:00')
  expect(session.supports.map(({ fileName, pages, annexStartPage }) => [fileName, pages, annexStartPage])).toEqual([
    ['0001_B1.pdf', 32, 31],
    ['devoir.pdf', 1, null],
  ])
  expect(session.orals.map(({ supportId }) => supportId !== null)).toEqual([true, true, false])
  expect(desk.complaints).toEqual([])
})
