import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { GridEditor } from '#app/desk/grids/grid-editor.tsx'
import { gridSchema } from '#domain/grid.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { aGrid } from '../../../builders/a-grid.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

const HASH = 'B'.repeat(43)
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

function openEditor(onPublished = (_hash: string) => undefined) {
  renderDesk(<GridEditor source={aGrid()} framework={cdcm} takenVersions={['1']} onPublished={onPublished} />)
}

describe('the grid’s editor', () => {
  it('shows what the grid decides, and decides anew when the rule changes', async () => {
    openEditor()
    const decided = screen.getByRole('status', { name: 'Proposition pour l’épreuve' })
    type('Fiche d’exemple', 'oneFails')
    expect(within(decided).getByText('Non validé')).toBeInTheDocument()
    type('Règle pour l’épreuve entière', 'atLeast')
    type('Compétences acquises au moins', '1')
    expect(await within(decided).findByText('Validé')).toBeInTheDocument()
    fireEvent.click(screen.getByLabelText('S1 est éliminatoire'))
    expect(await within(decided).findByText('Compétence éliminatoire non acquise : S1.')).toBeInTheDocument()
  })

  it('says everything that is wrong at once, and publishes nothing', () => {
    const asked = answering({})
    openEditor()
    type('Intitulé de la grille', '')
    type('Durée de l’oral (minutes)', '20')
    type('Nom de la version', '1')
    press('Vérifier et publier')
    const told = within(screen.getByRole('alert')).getAllByRole('listitem')
    expect(told.map((item) => item.textContent)).toEqual([
      'Intitulé : Écrivez un texte.',
      'Temps de l’oral : La somme des temps de l’oral n’est pas égale à sa durée.',
      'Version : Cette version est déjà publiée. Donnez un autre nom.',
    ])
    expect(asked).toEqual([])
  })

  it('adds a competence of its own, one the framework has, a criterion, an indicator and an item of the delivery', {
    timeout: 60_000,
  }, async () => {
    const asked = answering({ '/api/v1/grids': () => json({ hash: HASH }) })
    openEditor()
    const pressText = (text: string) => fireEvent.click(screen.getByText(text))
    const pressLabel = (label: string) => fireEvent.click(screen.getByLabelText(label))
    pressText('Ajouter cette compétence')
    type('Intitulé de B1.S3', 'Tenir un stand')
    pressLabel('Ajouter un critère à S2')
    pressLabel('Ajouter un indicateur à S2.K2')
    pressLabel('Retirer S1')
    pressText('Ajouter un élément')
    pressLabel('Monter PO2')
    type('Compétence à ajouter', 'C6')
    pressText('Ajouter cette compétence')
    pressText('Vérifier et publier')
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Publier' }))
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    const sent = gridSchema.parse(JSON.parse(String(asked[0]?.init.body)))
    expect(sent.sections.map(({ id, title }) => [id, title]).slice(0, 2)).toEqual([
      ['S2', 'Seconde'],
      ['B1.S3', 'Tenir un stand'],
    ])
    expect(sent.sections[0]?.criteria[1]?.indicators.map(({ id }) => id)).toEqual(['S2.K2.I1', 'S2.K2.I2'])
    expect(sent.sections[2]).toMatchObject({ id: 'C6', weight: 1, criteria: [{ id: 'C6.K1' }, { id: 'C6.K2' }, { id: 'C6.K3' }] })
    expect(sent.delivery.items.map(({ id, target }) => [id, target])).toEqual([
      ['PO2', 'PO2'],
      ['O1', 'O1'],
    ])
  })

  it('moves a section by its buttons, and publishes what is on the screen once confirmed', async () => {
    const asked = answering({ '/api/v1/grids': () => json({ hash: HASH }) })
    const published = vi.fn()
    openEditor(published)
    press('Descendre S1')
    expect(screen.getByText('S1 : place 2 sur 2.')).toBeInTheDocument()
    press('Vérifier et publier')
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Publier' }))
    await vi.waitFor(() => expect(published).toHaveBeenCalledWith(HASH))
    const sent = gridSchema.parse(JSON.parse(String(asked[0]?.init.body)))
    expect(sent).toEqual({ ...aGrid(), version: '1-2', sections: [...aGrid().sections].reverse() })
  })
})
