import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TablesPage } from '#app/desk/prepare/tables/tables-page.tsx'
import { PreparedSessionProvider, useSessionChanges } from '#app/desk/prepare/use-prepared-session.ts'
import type { OpenPreparation, PreparedGrid } from '#contract/prepare.ts'
import type { Preparation } from '#domain/preparation.ts'
import { aManyPreparation } from '../../../builders/a-many-preparation.ts'
import { aPreparation } from '../../../builders/a-preparation.ts'
import { GRIDS } from '../../../builders/a-table-file.ts'
import { renderDesk } from '../render-desk.tsx'

const SUPPORT = { maxPages: 30, annexesExcluded: true, submissionWeeksBefore: 3 }
const grids: PreparedGrid[] = GRIDS.map(({ id, title, durationMinutes, blockId }) => ({
  id,
  title,
  durationMinutes,
  part: blockId === null ? { kind: 'finalInterview' } : { kind: 'block', blockId },
  support: SUPPORT,
}))

type Session = ReturnType<typeof useSessionChanges>

function Tables({ opened, onSession }: { opened: OpenPreparation; onSession: (session: Session) => void }) {
  const session = useSessionChanges('s1', opened)
  onSession(session)
  return (
    <PreparedSessionProvider value={session}>
      <TablesPage />
    </PreparedSessionProvider>
  )
}

/** Shows the tables of a session; `now` tells what it has become. */
function showTables(preparation: Preparation) {
  const seen: Session[] = []
  const opened: OpenPreparation = { preparation, revision: 'r', published: false, grids, heldOralIds: [] }
  renderDesk(<Tables opened={opened} onSession={(session) => seen.push(session)} />)
  const current = () => {
    const last = seen.at(-1)
    if (!last) throw new Error('nothing is shown')
    return last
  }
  return { now: () => current().now, undo: () => act(() => current().undo()), user: userEvent.setup() }
}

// jsdom measures nothing: the table is told that it is 600 pixels high.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000)
  Element.prototype.scrollTo = vi.fn()
})
afterEach(() => vi.restoreAllMocks())

const grid = () => screen.getByRole('grid')
const cell = (text: string) => within(grid()).getByText(text).closest('td') as HTMLElement

describe('the tables of a session', () => {
  it('say how many rows there are in all, and draw those on screen', () => {
    showTables(aManyPreparation(5_000))
    expect(grid().getAttribute('aria-rowcount')).toBe('5001')
    expect(within(grid()).getAllByRole('row').length).toBeLessThan(60)
    expect(screen.getByText('5 000 lignes')).toBeTruthy()
  })

  it('find among 5,000 without making anybody wait, and filter by what people ask for', async () => {
    const { user } = showTables(aManyPreparation(5_000))
    const startedAt = performance.now()
    await user.type(screen.getByRole('searchbox', { name: 'Chercher' }), '4321')
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    expect(screen.getByText('1 sur 5 000 lignes')).toBeTruthy()
    expect(grid().getAttribute('aria-rowcount')).toBe('2')
    await user.click(screen.getByRole('button', { name: 'Tout montrer' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Temps majoré' }), 'oui')
    expect(screen.getByText('250 sur 5 000 lignes')).toBeTruthy()
  })

  it('are sorted by a column, both ways, and say so', async () => {
    const { user } = showTables(aPreparation())
    await user.click(screen.getByRole('button', { name: 'Nom' }))
    await user.click(screen.getByRole('button', { name: 'Nom' }))
    expect(screen.getByRole('columnheader', { name: 'Nom' }).getAttribute('aria-sort')).toBe('descending')
    expect(within(grid()).getAllByRole('row')[1]?.textContent).toContain('Cormier')
  })

  it('are written with the keyboard alone, and undone', async () => {
    const { now, undo, user } = showTables(aPreparation())
    cell('0001').focus()
    await user.keyboard('{ArrowRight}{Enter}')
    const field = screen.getByRole('combobox', { name: 'Nom de Inès Bazin' })
    await user.clear(field)
    await user.type(field, 'Bazin-Roux{Enter}')
    expect(now().candidates[0]?.lastName).toBe('Bazin-Roux')
    expect(document.activeElement?.textContent).toBe('Cormier')
    await user.keyboard('D{Escape}')
    expect(now().candidates[1]?.lastName).toBe('Cormier')
    undo()
    expect(now()).toEqual(aPreparation())
  })

  it('keep what is wrong in its cell, with its reason, out of the session until it is right', async () => {
    const { now, user } = showTables(aPreparation())
    await user.dblClick(cell('0002'))
    await user.keyboard('{Control>}a{/Control}0001{Enter}')
    expect(now()).toEqual(aPreparation())
    const wrong = within(grid()).getAllByText('0001')[1]?.closest('td') as HTMLElement
    expect(wrong.getAttribute('aria-invalid')).toBe('true')
    expect(wrong.textContent).toContain('Le numéro « 0001 » est déjà pris')
    expect(screen.getByText('1 ligne attend une correction')).toBeTruthy()
    await user.dblClick(wrong)
    await user.keyboard('{Control>}a{/Control}0003{Enter}')
    expect(now().candidates[1]?.number).toBe('0003')
    expect(screen.queryByText('1 ligne attend une correction')).toBeNull()
  })

  it('place an oral cell by cell: nothing enters before date, hour and panel are all there', async () => {
    const whole = aPreparation()
    const { now, user } = showTables({ ...whole, orals: whole.orals.map((oral) => ({ ...oral, place: null })) })
    await user.click(screen.getByRole('radio', { name: 'Oraux' }))
    cell('0002').focus()
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}24/11/2026{Tab}10h{Tab}')
    expect(now().orals[1]?.place).toBeNull()
    await user.keyboard('A{Enter}')
    expect(now().orals[1]?.place).toEqual({ panelId: 'p1', startsAt: '2026-11-24T10:00:00+01:00' })
  })

  it('change one column of all chosen lines, or none of them', async () => {
    const { now, user } = showTables(aManyPreparation(40))
    await user.click(screen.getByRole('checkbox', { name: 'Choisir toutes les lignes montrées' }))
    expect(screen.getByText('40 lignes choisies')).toBeTruthy()
    const value = screen.getByLabelText('Nouvelle valeur')
    await user.type(value, 'beaucoup')
    await user.click(screen.getByRole('button', { name: 'Changer toutes les lignes choisies' }))
    expect(screen.getByText('Rien n’est changé : 40 points ne vont pas')).toBeTruthy()
    expect(now()).toEqual(aManyPreparation(40))
    await user.clear(value)
    await user.type(value, '25 %')
    await user.click(screen.getByRole('button', { name: 'Changer toutes les lignes choisies' }))
    expect(now().candidates.every(({ accommodations }) => accommodations[0]?.extraTime?.numerator === 25)).toBe(true)
  })

  it('remove the chosen lines once it is confirmed', async () => {
    const { now, undo, user } = showTables(aPreparation())
    await user.click(screen.getByRole('checkbox', { name: 'Choisir Inès Bazin' }))
    await user.click(screen.getByRole('button', { name: 'Retirer' }))
    await user.click(screen.getByRole('button', { name: 'Retirer de la session' }))
    expect(now()).toMatchObject({ candidates: [{ id: 'c2' }], orals: [{ id: 'o2' }] })
    undo()
    expect(now()).toEqual(aPreparation())
  })

  it('take lines copied from a spreadsheet, each complaint at its line and column, and nothing half', async () => {
    const { now, user } = showTables(aPreparation())
    cell('0001').focus()
    await user.paste('Numéro\tNom\tPrénom\tBlocs\n0003\tHamon\tLise\tB1\n0004\t\tNoé\tB7\n')
    const dialog = await screen.findByRole('dialog', { name: 'Coller depuis un tableur' })
    expect(within(dialog).getByText('Feuille collée, ligne 3, colonne Nom')).toBeTruthy()
    expect(within(dialog).getByText('Feuille collée, ligne 3, colonne Blocs')).toBeTruthy()
    expect(within(dialog).getByText('Aucun bloc ne s’appelle « B7 ».')).toBeTruthy()
    expect(within(dialog).getByRole('button', { name: 'Mettre dans la session' })).toHaveProperty('disabled', true)
    const pasted = within(dialog).getByRole('textbox', { name: 'Lignes copiées' })
    await user.clear(pasted)
    await user.click(pasted)
    await user.paste('Numéro\tNom\tPrénom\tBlocs\n0003\tHamon\tLise\tB1\n0002\tCormier\tYanis\tB1, B2\n')
    expect(within(dialog).getByText('À ajouter : 1. À mettre à jour : 1.')).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Mettre dans la session' }))
    expect(now().candidates.map(({ number, firstName }) => [number, firstName])).toEqual([
      ['0001', 'Inès'],
      ['0002', 'Yanis'],
      ['0003', 'Lise'],
    ])
  })

  it('take a line more, what is wrong said at its field', async () => {
    const { now, user } = showTables(aPreparation())
    await user.click(screen.getByText('Ajouter une ligne'))
    await user.type(screen.getByLabelText('Numéro (obligatoire)'), '0001')
    await user.type(screen.getByLabelText('Nom (obligatoire)'), 'Hamon')
    await user.type(screen.getByLabelText('Prénom (obligatoire)'), 'Noé')
    await user.type(screen.getByLabelText('Blocs'), 'tous')
    await user.click(screen.getByRole('button', { name: 'Ajouter' }))
    expect(screen.getByText('Le numéro « 0001 » est déjà pris par un·e autre candidat·e.')).toBeTruthy()
    await user.type(screen.getByLabelText('Numéro (obligatoire)'), '9')
    await user.click(screen.getByRole('button', { name: 'Ajouter' }))
    expect(now().candidates.at(-1)).toMatchObject({ number: '00019', firstName: 'Noé', blocks: ['B1', 'B2', 'B3'] })
  })
})
