import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { aPlacedPreparation } from '../builders/a-many-preparation.ts'
import { aStoredPreparation, openedPreparation } from '../builders/a-preparation.ts'
import { aCoordinator, COORDINATOR, type TestServer } from '../builders/a-server.ts'
import { expectAccessibleInBothThemes } from './harness/axe.ts'
import { type Office, openOffice } from './harness/office.ts'
import { serveApp } from './harness/served-app.ts'

const ROWS = 5_000
/** A hand that acts sees what it did before this, a small machine that does three other things included. */
const AT_ONCE_MS = 1_500

let server: TestServer | undefined
let desk: Office | undefined

afterEach(async () => {
  await desk?.dispose()
  await server?.dispose()
})

async function openTables(page: Page, sessionId: string): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await page.getByLabel('Mot de passe').fill(COORDINATOR.password)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Sessions d’examen' }).waitFor()
  await page.goto(`${server?.origin}/coordination/sessions/${sessionId}/preparation/tableaux`)
  await page.getByText('5 000 lignes').waitFor()
}

/** Pastes on the table's active cell, as Ctrl + V does after a copy in a spreadsheet. */
async function pasteOnTable(page: Page, text: string): Promise<void> {
  await page.getByRole('grid').evaluate((grid, given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', given)
    const cell = grid.querySelector('[tabindex="0"]')
    cell?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

it('finds, filters, sorts, writes, changes together and pastes among 5,000 lines, and nobody waits', async () => {
  server = await serveApp()
  const coordinator = await aCoordinator(server)
  const { sessionId } = await aStoredPreparation(coordinator, aPlacedPreparation(ROWS))
  desk = await openOffice()
  const page = await desk.open(`${server.origin}/coordination`)
  await openTables(page, sessionId)
  const took: Record<string, number> = {}
  const atOnce = async (what: string, act: () => Promise<unknown>) => {
    const startedMs = performance.now()
    await act()
    took[what] = Math.round(performance.now() - startedMs)
  }
  const grid = page.getByRole('grid')
  const cell = (text: string) => grid.getByRole('gridcell', { name: text, exact: true })

  await page.getByRole('searchbox', { name: 'Chercher' }).pressSequentially('432')
  await atOnce('search', async () => {
    await page.keyboard.type('1')
    await page.getByText('1 sur 5 000 lignes').waitFor()
  })
  await page.getByRole('button', { name: 'Tout montrer' }).click()
  await atOnce('filter', async () => {
    await page.getByLabel('Temps majoré').selectOption('oui')
    await page.getByText('250 sur 5 000 lignes').waitFor()
  })
  await page.getByRole('button', { name: 'Tout montrer' }).click()
  await atOnce('sort', async () => {
    await grid.getByRole('button', { name: 'Prénom' }).click()
    await grid.locator('[aria-sort=ascending]').waitFor()
  })
  await atOnce('sort back', async () => {
    await grid.getByRole('button', { name: 'Prénom' }).click()
    await cell('Prénom-193').first().waitFor()
  })
  await grid.getByRole('button', { name: 'Prénom' }).click()

  await cell('0001').click()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('Bazin-Roux')
  await atOnce('write', async () => {
    await page.keyboard.press('Enter')
    await cell('Bazin-Roux').waitFor()
  })
  await cell('Nom-C').and(page.locator(':focus')).waitFor()
  await atOnce('last line', async () => {
    await page.keyboard.press('Control+End')
    await grid.locator('[aria-rowindex="5001"] :focus').waitFor()
  })
  await atOnce('choose all', async () => {
    await page.getByRole('checkbox', { name: 'Choisir toutes les lignes montrées' }).check()
    await page.getByText('5 000 lignes choisies').waitFor()
  })
  await page.getByLabel('Nouvelle valeur').fill('25 %')
  await page.getByRole('button', { name: 'Changer toutes les lignes choisies' }).click()
  await page.getByText('5 000 lignes changées').waitFor()
  await page.getByRole('button', { name: 'Annuler le dernier changement' }).click()
  await page.getByRole('button', { name: 'Ne plus rien choisir' }).click()

  const more = Array.from({ length: 400 }, (_, place) => `Ajout\t${9_000 + place}\tPrénom-${place}\tB1`)
  await pasteOnTable(page, ['Nom\tNuméro\tPrénom\tBlocs', ...more, 'Cormier\t0002\tYanis\tB1'].join('\n'))
  await page.getByText('À ajouter : 400. À mettre à jour : 1.').waitFor()
  await page.getByRole('button', { name: 'Mettre dans la session' }).click()
  await page.getByText('5 400 lignes').waitFor()
  await expectAccessibleInBothThemes(page)

  await page.getByText('Oraux', { exact: true }).click()
  await grid.getByRole('columnheader', { name: 'Scénario' }).waitFor()
  await cell('0001').click()
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.type('9h20')
  await atOnce('write an hour', async () => {
    await page.keyboard.press('Enter')
    await page.getByText('1 ligne attend une correction').waitFor()
  })
  await page.getByText('Agnès Jury 1-j1, membre du jury, a déjà un oral à ce moment').first().waitFor({ state: 'attached' })
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('8h20')
  await page.keyboard.press('Enter')
  await page.getByText('1 ligne attend une correction').waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Tout est enregistré').waitFor()
  console.info('5,000 lines, in ms:', took)
  const { preparation } = await openedPreparation(coordinator, sessionId)
  expect(preparation.candidates).toHaveLength(ROWS + 400)
  expect(preparation.candidates.slice(0, 2).map(({ lastName, firstName }) => [lastName, firstName])).toEqual([
    ['Bazin-Roux', 'Prénom-1'],
    ['Cormier', 'Yanis'],
  ])
  expect(preparation.orals[0]?.place?.startsAt).toBe('2026-11-01T08:20:00+01:00')
  expect(Object.entries(took).filter(([, ms]) => ms > AT_ONCE_MS)).toEqual([])
  expect(desk.complaints).toEqual([])
})
