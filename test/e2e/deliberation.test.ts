import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { sessionBoardSchema } from '#contract/desk.ts'
import { minutesListSchema } from '#contract/minutes.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { aJournalReading } from '../builders/a-journal-reading.ts'
import { readPdfText } from '../builders/a-pdf-reading.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { expectAccessible, expectAccessibleInBothThemes } from './harness/axe.ts'
import { type Device, waitForWholeApp } from './harness/browser.ts'
import { cameraFlags, filmMoving, imagesEnough, slicesShown } from './harness/filmed.ts'
import { expectDay, fillEnrolment, mark, openSection, sign, startTimer, stopTimer, verdictBar, welcome } from './harness/juror.ts'
import { launchTablet } from './harness/ready.ts'
import { type ServerProcess, startServer } from './harness/server.ts'

const TAKE_LIMIT_MS = 60_000
const DELIVERY_LIMIT_MS = 60_000
const BLOCK_1 = cdcm.blocks[0]?.activities.flatMap((activity) => activity.competences) ?? []

let server: ServerProcess | undefined
let devices: Device[] = []
let folder: string | undefined

afterEach(async () => {
  for (const device of devices) await device.dispose()
  await server?.dispose()
  if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  devices = []
  server = undefined
  folder = undefined
})

/** A member's tablet, and the file its camera plays. */
interface Member {
  name: string
  device: Device
  page: Page
  camera: string
}

/** A tablet enrolled for a juror, on « Ma journée », with all it needs to work without network. */
async function enrolled(server: ServerProcess, name: string, link: string, camera: string): Promise<Member> {
  const device = await launchTablet(server, { flags: cameraFlags(camera) })
  devices.push(device)
  const page = await device.open(link)
  await fillEnrolment(page)
  await expectDay(page)
  await waitForWholeApp(page)
  return { name, device, page, camera }
}

async function refreshPackage({ page }: Member): Promise<void> {
  await page.getByRole('link', { name: 'Réglages', exact: true }).click()
  await page.getByRole('button', { name: 'Actualiser le dossier de session' }).click()
  await page.getByText(/Le dossier de session (est|était déjà) à jour/).waitFor()
}

/** Scores the block with everything observed, but one competence where the juror saw nothing, and stops before the signature. */
async function score({ page }: Member, refused: string | null): Promise<void> {
  await openOral(page)
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
}

async function signSheet({ page, name }: Member): Promise<void> {
  await page.getByText('Au clavier').click()
  await page.getByLabel('Tapez votre prénom et votre nom').fill(name)
  await sign(page)
}

async function openOral(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ma journée' }).first().click()
  await page
    .getByRole('link', { name: /Inès Bazin/ })
    .first()
    .click()
  await page.getByRole('timer').waitFor()
}

async function openDeliberation({ page }: Member): Promise<void> {
  if (!(await page.getByRole('link', { name: 'Délibérer', exact: true }).isVisible()))
    await page.getByRole('link', { name: 'Ma journée' }).first().click()
  await page.getByRole('link', { name: 'Délibérer', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Délibération' }).waitFor()
}

/** Shows what is here to be given as a moving code, films it for the others, and they take it. */
async function passByCamera(from: Member, to: readonly Member[]): Promise<void> {
  await from.page.getByRole('link', { name: 'Donner par QR' }).click()
  await from.page.getByRole('button', { name: 'Afficher le code' }).click()
  const slices = await slicesShown(from.page)
  const [first, ...others] = to
  if (!first) throw new Error('nobody to give to')
  await filmMoving(from.page.getByRole('img', { name: 'Code QR animé' }), first.camera, imagesEnough(slices))
  await Promise.all(others.map(({ camera }) => copyFile(first.camera, camera)))
  await from.page.getByRole('button', { name: 'C’est reçu' }).click()
  await Promise.all(to.map(take))
  await from.page.getByRole('link', { name: 'Retour à la délibération' }).click()
}

async function take(member: Member): Promise<void> {
  await openDeliberation(member)
  await member.page.getByRole('link', { name: 'Recevoir par la caméra' }).click()
  await member.page.getByText('Reçu et vérifié').waitFor({ timeout: TAKE_LIMIT_MS })
}

async function signMinutes({ page, name }: Member): Promise<void> {
  await page.getByRole('link', { name: 'Ouvrir le procès-verbal' }).click()
  await page.getByText('Décision : non validé.').waitFor()
  await signTyped(page, name)
}

async function signTyped(page: Page, name: string): Promise<void> {
  await page.getByText('Au clavier').click()
  await page.getByLabel('Tapez votre prénom et votre nom').fill(name)
  await page.getByRole('button', { name: 'Signer ce procès-verbal' }).click()
  await page.getByText(new RegExp(`${name}, le `)).waitFor()
}

it('three tablets, no server: sheets gathered by camera, decided, signed three times; then the server has everything once', async () => {
  server = await startServer()
  folder = await mkdtemp(join(tmpdir(), 'carnet-panel-'))
  const cameras = [1, 2, 3].map((place) => join(folder ?? '', `camera-${place}.y4m`))
  const setupLink = (await server.printed(/(http\S+\/premiere-connexion#\S+)/))[1] ?? null
  const file = anImportFileOfToday()
  const day = await aSessionDay(
    { origin: server.origin, running: () => ({ setupLink }) },
    { ...file, candidates: file.candidates.slice(0, 1), orals: file.orals.filter(({ id }) => id === 'o1') },
  )
  const [president, second, third] = await Promise.all([
    enrolled(server, 'Agnès Dumas', await day.link('j1'), cameras[0] ?? ''),
    enrolled(server, 'Karim Ferrand', await day.link('j2'), cameras[1] ?? ''),
    enrolled(server, 'Lise Guyot', await day.link('j3'), cameras[2] ?? ''),
  ])
  const members = [president, second, third]
  await Promise.all(members.map(refreshPackage))
  await server.kill()
  await Promise.all(members.map(({ device }) => device.setOffline(true)))

  // Blind first: what comes in stays shut until the president has signed.
  await Promise.all([score(president, null), score(second, 'C5'), score(third, null)])
  for (const member of [second, third]) {
    await signSheet(member)
    await openDeliberation(member)
    await passByCamera(member, [president])
  }
  const table = president.page
  await table.getByRole('link', { name: 'Retour à la délibération' }).click()
  await table.getByRole('link', { name: /Inès Bazin/ }).click()
  await expect.poll(() => table.getByText('Fiche reçue, encore fermée').count()).toBe(2)
  await expectAccessible(table)
  await openOral(table)
  await table.getByRole('navigation', { name: 'Aller à une partie de la fiche' }).getByRole('button', { name: 'Synthèse' }).click()
  await signSheet(president)

  // The one divergence is settled, with its reason.
  await openDeliberation(president)
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

  await table.getByRole('link', { name: 'Oraux du jour' }).click()
  await table.getByRole('link', { name: 'Préparer le procès-verbal' }).click()
  await table.getByRole('button', { name: 'Figer le procès-verbal' }).click()
  await signTyped(table, president.name)
  await expectAccessibleInBothThemes(table)
  await passByCamera(president, [second, third])
  await Promise.all([second, third].map(signMinutes))
  for (const member of [second, third]) await passByCamera(member, [president])
  await table.getByRole('link', { name: 'Ouvrir le procès-verbal' }).first().click()
  await table.getByText('Tous les membres présents ont signé.').waitFor()
  expect(devices.flatMap(({ complaints }) => complaints)).toEqual([])

  // The server and the network are back: every copy leaves by itself, and the server keeps one.
  await server.start()
  await Promise.all(members.map(({ device }) => device.setOffline(false)))
  const { coordinator, sessionId } = day
  const stored = async () => minutesListSchema.parse(await (await coordinator.get('sessionMinutes', { sessionId })).json()).minutes
  await expect.poll(async () => (await stored())[0]?.missing, { timeout: DELIVERY_LIMIT_MS }).toEqual([])
  const board = async () => sessionBoardSchema.parse(await (await coordinator.get('board', { sessionId })).json())
  await expect.poll(async () => (await board()).sheets.length, { timeout: DELIVERY_LIMIT_MS }).toBe(3)
  const [minutes, ...others] = await stored()
  expect(others).toEqual([])
  expect(minutes).toMatchObject({ origin: 'device', signed: ['j1', 'j2', 'j3'], missing: [], absent: [] })
  const { rows } = await aJournalReading(coordinator)
  expect(rows.filter(({ act }) => act === 'minutes-signed')).toHaveLength(3)
  expect(rows.filter(({ act }) => act === 'sheet-received')).toHaveLength(3)
  const pdf = await coordinator.get('minutesPdf', { hash: minutes?.hash ?? '' })
  const { text } = await readPdfText(new Uint8Array(await pdf.arrayBuffer()))
  for (const { name } of members) expect(text).toContain(`Signé par ${name}`)
  expect(text).toContain('Tous les membres présents ont signé.')
}, 280_000)
