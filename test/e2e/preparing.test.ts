import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { sessionBoardSchema } from '#contract/desk.ts'
import { aLargeWorkbook } from '../builders/a-large-session.ts'
import { aCoordinator, aServer, COORDINATOR, type TestServer } from '../builders/a-server.ts'
import { APP_DIR } from './harness/app-dir.ts'
import { expectAccessible } from './harness/axe.ts'
import { type Device, launchDevice } from './harness/browser.ts'

/** What preparing may take here, the two cores of a small machine included. */
const JOURNEY_LIMIT_MS = 180_000

let server: TestServer | undefined
let desk: Device | undefined

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

it('takes an empty server to a published session of 200 candidates, 30 jurors and 600 orals, by a workbook and the planning', {
  timeout: JOURNEY_LIMIT_MS,
}, async () => {
  server = await aServer({ appDir: APP_DIR })
  const coordinator = await aCoordinator(server)
  const workbook = await aLargeWorkbook({ candidates: 200, jurors: 30 })
  const path = join(server.dataDir, workbook.name)
  await writeFile(path, workbook.bytes)
  desk = await launchDevice({ viewport: { width: 1280, height: 800 } })
  const startedMs = Date.now()
  const page = await desk.open(`${server.origin}/coordination`)
  await signIn(page)

  await page.getByRole('link', { name: 'Préparer une session' }).click()
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
