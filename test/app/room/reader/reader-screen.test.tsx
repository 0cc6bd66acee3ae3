import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { foldDraft } from '#domain/draft.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { aMark } from '#test/builders/a-log.ts'
import { aPdfWithoutPictures, renderReader } from './render-reader.tsx'

const marksOf = (label: string) => within(screen.getByRole('group', { name: label }))

describe('marking while reading', () => {
  it('ties a mark to the page in view, and shows the way back to it', async () => {
    const { log, user } = renderReader({ page: 12 })
    await user.click(screen.getByRole('tab', { name: 'Grille' }))
    await user.click(marksOf('Indicateur S1.K1.I1').getByRole('button', { name: 'Observé' }))
    expect(log.bodies()).toEqual([{ kind: 'mark', targets: ['S1.K1.I1'], value: 'observed', page: 12 }])

    await user.click(screen.getByRole('button', { name: 'Voir la page 12' }))
    expect(screen.getByRole('tab', { name: 'Support' })).toHaveAttribute('aria-selected', 'true')
    expect(screen.getByText('Page 12 sur 36')).toBeInTheDocument()
  })

  it('ties to the page turned to since', async () => {
    const { log, user } = renderReader({ page: 12 })
    await user.click(screen.getByRole('button', { name: 'Page suivante' }))
    await user.click(screen.getByRole('tab', { name: 'Grille' }))
    await user.click(marksOf('Indicateur S1.K1.I1').getByRole('button', { name: 'Partiel' }))
    expect(log.bodies()).toEqual([{ kind: 'mark', targets: ['S1.K1.I1'], value: 'partial', page: 13 }])
  })

  it('ties to no page when the juror does not want it', async () => {
    const { log, user } = renderReader({ page: 12 })
    await user.click(screen.getByRole('tab', { name: 'Grille' }))
    await user.click(screen.getByRole('checkbox', { name: 'Lier à la page 12' }))
    await user.click(marksOf('Indicateur S1.K1.I1').getByRole('button', { name: 'Observé' }))
    expect(log.bodies()).toEqual([{ kind: 'mark', targets: ['S1.K1.I1'], value: 'observed' }])
  })

  it('ties to no page while no PDF is shown, and the grid still works', async () => {
    const { log, user } = renderReader({ pdf: { status: 'failed', code: 'notStored' } })
    expect(screen.getByText('Le support n’est pas sur cet appareil')).toBeVisible()
    await user.click(screen.getByRole('tab', { name: 'Grille' }))
    expect(screen.queryByRole('checkbox', { name: /Lier/ })).toBeNull()
    await user.click(marksOf('Indicateur S1.K1.I1').getByRole('button', { name: 'Observé' }))
    expect(log.bodies()).toEqual([{ kind: 'mark', targets: ['S1.K1.I1'], value: 'observed' }])
  })

  it('clears a mark touched again', async () => {
    const { log, user } = renderReader({ log: [aMark('S1.K1.I1')] })
    await user.click(screen.getByRole('tab', { name: 'Grille' }))
    await user.click(marksOf('Indicateur S1.K1.I1').getByRole('button', { name: 'Observé' }))
    expect(foldDraft(log.entries).marks).toEqual({})
  })

  it('marks the rest of a criterion in one gesture, and leaves what only the oral shows', async () => {
    const delivery = {
      counted: true,
      items: [{ id: 'O1', title: 'Attitude', observables: [], timed: false, target: 'S1.K1.I2' }],
    }
    const { log, user } = renderReader({ grid: aGrid({ delivery }), log: [aMark('S1.K2.I1', 'notObserved')] })
    await user.click(screen.getByRole('tab', { name: 'Grille' }))
    for (const button of screen.getAllByRole('button', { name: 'Tout observé : Critère' })) await user.click(button)
    expect(log.bodies().slice(1)).toEqual([
      { kind: 'mark', targets: ['S1.K1.I1'], value: 'observed', page: 1 },
      { kind: 'mark', targets: ['S1.K2.I2'], value: 'observed', page: 1 },
    ])
  })

  it('lists what is not marked, and keeps a row under the finger that marks it', async () => {
    const { user } = renderReader({ log: [aMark('S1.K1.I1')] })
    await user.click(screen.getByRole('tab', { name: 'Grille' }))
    await user.click(screen.getByRole('checkbox', { name: 'Non marqués' }))
    expect(screen.queryByRole('group', { name: 'Indicateur S1.K1.I1' })).toBeNull()
    await user.click(marksOf('Indicateur S1.K1.I2').getByRole('button', { name: 'Observé' }))
    expect(screen.getByRole('group', { name: 'Indicateur S1.K1.I2' })).toBeVisible()
    expect(screen.getByText('2 marqués sur 6')).toBeVisible()
  })

  it('takes back and brings again any gesture', async () => {
    const { log, user } = renderReader({ page: 3 })
    await user.click(screen.getByRole('tab', { name: 'Grille' }))
    await user.click(marksOf('Indicateur S1.K1.I1').getByRole('button', { name: 'Observé' }))
    await user.click(screen.getByRole('button', { name: /^Annuler : / }))
    await waitFor(() => expect(foldDraft(log.entries).marks).toEqual({}))
    await user.click(screen.getByRole('button', { name: /^Rétablir : / }))
    await waitFor(() => expect(foldDraft(log.entries).marks['S1.K1.I1']).toMatchObject({ value: 'observed', page: 3 }))
  })

  it('says nothing is recorded before it is', async () => {
    const { log, user } = renderReader()
    log.hold()
    await user.click(screen.getByRole('tab', { name: 'Grille' }))
    await user.click(marksOf('Indicateur S1.K1.I1').getByRole('button', { name: 'Observé' }))
    expect(screen.getByText('1 geste en cours d’enregistrement')).toBeVisible()
    log.release()
    expect(await screen.findByText('Enregistré sur l’appareil')).toBeVisible()
  })

  it('cannot be marked in a tab without the pen', async () => {
    const { log, user } = renderReader()
    log.writable = false
    log.changed()
    await user.click(screen.getByRole('tab', { name: 'Grille' }))
    expect(marksOf('Indicateur S1.K1.I1').getByRole('button', { name: 'Observé' })).toBeDisabled()
    expect(screen.getByRole('button', { name: 'Écrire ici' })).toBeEnabled()
  })
})

describe('bookmarks', () => {
  it('are private, one a page, and come off', async () => {
    const { log, user } = renderReader({ page: 7 })
    await user.click(screen.getByRole('button', { name: 'Mettre un signet page 7' }))
    expect(log.bodies()).toEqual([{ kind: 'note', noteId: 'bookmark-7', target: { page: 7 }, text: 'Signet', private: true }])
    await user.click(await screen.findByRole('button', { name: 'Enlever le signet page 7' }))
    expect(foldDraft(log.entries).notes).toEqual([])
  })

  it('lead back to their page and are no note of the list', async () => {
    const { user } = renderReader({
      log: [{ kind: 'note', noteId: 'bookmark-9', target: { page: 9 }, text: 'Signet', private: true }],
    })
    await user.click(screen.getByRole('button', { name: 'Signets' }))
    await user.click(screen.getByRole('button', { name: 'Page 9' }))
    expect(screen.getByText('Page 9 sur 36')).toBeInTheDocument()
    await user.click(screen.getByRole('tab', { name: 'Notes' }))
    expect(screen.getByText('Pas encore de note.')).toBeVisible()
  })
})

describe('private notes', () => {
  it('are tied to the page, changed in place and deleted', async () => {
    const { log, user } = renderReader({ page: 5 })
    await user.click(screen.getByRole('tab', { name: 'Notes' }))
    await user.type(screen.getByRole('textbox', { name: 'Nouvelle note' }), 'Source à dater')
    await user.click(screen.getByRole('button', { name: 'Ajouter la note' }))
    expect(foldDraft(log.entries).notes).toMatchObject([{ text: 'Source à dater', page: 5, private: true }])
    expect(screen.getByRole('textbox', { name: 'Nouvelle note' })).toHaveValue('')

    await user.click(screen.getByRole('button', { name: 'Modifier la note : Source à dater' }))
    const field = screen.getByRole('textbox', { name: 'Modifier la note' })
    await user.clear(field)
    await user.type(field, 'Source datée p. 6')
    await user.click(screen.getByRole('button', { name: 'Enregistrer la note' }))
    expect(foldDraft(log.entries).notes).toMatchObject([{ text: 'Source datée p. 6', page: 5 }])

    await user.click(screen.getByRole('button', { name: 'Supprimer la note : Source datée p. 6' }))
    expect(foldDraft(log.entries).notes).toEqual([])
  })

  it('keep what was typed when it could not be recorded', async () => {
    const { log, user } = renderReader()
    log.refuse('quota')
    await user.click(screen.getByRole('tab', { name: 'Notes' }))
    await user.type(screen.getByRole('textbox', { name: 'Nouvelle note' }), 'Importante')
    await user.click(screen.getByRole('button', { name: 'Ajouter la note' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('plus de place')
    expect(screen.getByRole('textbox', { name: 'Nouvelle note' })).toHaveValue('Importante')
  })
})

describe('questions to ask', () => {
  it('are added about a competence, changed, ticked and deleted', async () => {
    const { log, user } = renderReader()
    const questions = () => foldDraft(log.entries).questions
    await user.click(screen.getByRole('tab', { name: 'Questions' }))
    await user.type(screen.getByRole('textbox', { name: 'Nouvelle question' }), 'Pourquoi ce prix ?')
    await user.selectOptions(screen.getByRole('combobox', { name: 'À propos de' }), 'S2')
    await user.click(screen.getByRole('button', { name: 'Ajouter la question' }))
    expect(questions()).toMatchObject([{ text: 'Pourquoi ce prix ?', asked: false, targetId: 'S2' }])
    expect(screen.getByRole('tab', { name: 'Questions (1)' })).toBeVisible()

    await user.click(screen.getByRole('button', { name: /^Modifier la question : / }))
    const field = screen.getByRole('textbox', { name: 'Modifier la question' })
    await user.clear(field)
    await user.type(field, 'Comment ce prix est-il fixé ?')
    await user.click(screen.getByRole('button', { name: 'Enregistrer la question' }))
    expect(questions()).toMatchObject([{ text: 'Comment ce prix est-il fixé ?', targetId: 'S2' }])

    await user.click(screen.getByRole('checkbox', { name: 'Comment ce prix est-il fixé ?' }))
    expect(questions()).toMatchObject([{ asked: true, targetId: 'S2' }])
    expect(screen.getByRole('tab', { name: 'Questions' })).toBeVisible()

    await user.click(screen.getByRole('button', { name: /^Supprimer la question : / }))
    expect(questions()).toEqual([])
  })
})

describe('moving in the support', () => {
  it('goes to the page typed, and no further than the last', async () => {
    const { user } = renderReader()
    const field = screen.getByRole('textbox', { name: 'Aller à la page, de 1 à 36' })
    await user.clear(field)
    await user.type(field, '99{Enter}')
    expect(screen.getByText('Page 36 sur 36')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Page suivante' })).toBeDisabled()
  })

  it('turns pages with the keyboard', async () => {
    const { user } = renderReader({ page: 4 })
    await user.keyboard('{PageDown}{PageDown}{PageUp}')
    expect(screen.getByText('Page 5 sur 36')).toBeInTheDocument()
  })

  it('finds words on every page and goes from place to place', async () => {
    const { user } = renderReader({ pdf: aPdfWithoutPictures(['Sommaire', 'Le prix juste', 'Autre', 'Prix et marge']) })
    await user.keyboard('{Control>}f{/Control}')
    await user.type(screen.getByRole('searchbox', { name: 'Chercher dans le support' }), 'prix')
    expect(await screen.findByText('2 passages trouvés.')).toBeVisible()
    await user.keyboard('{Enter}')
    expect(screen.getByText('Page 2 sur 4')).toBeInTheDocument()
    await user.keyboard('{Enter}')
    expect(screen.getByText('Page 4 sur 4')).toBeInTheDocument()
    await user.keyboard('{Enter}')
    expect(screen.getByText('Passage 1 sur 2.')).toBeVisible()
  })

  it('says which pages no search can read', async () => {
    const { user } = renderReader({ pdf: aPdfWithoutPictures(['Du texte', '', '']) })
    await user.click(screen.getByRole('button', { name: 'Chercher dans le support' }))
    await user.type(screen.getByRole('searchbox'), 'texte')
    expect(await screen.findByText('2 pages sont des images : la recherche ne les lit pas.')).toBeVisible()
  })
})
