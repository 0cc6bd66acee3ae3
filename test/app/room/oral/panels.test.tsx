import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { bookmarkBody } from '#app/room/reader/bookmark.ts'
import { foldDraft } from '#domain/draft.ts'
import type { EntryBody } from '#domain/entry.ts'
import { aGrid, theRealGrids } from '#test/builders/a-grid.ts'
import { marksOf, renderOral } from './render-oral.tsx'

const PRESENT: EntryBody = { kind: 'presence', presence: 'present' }
const panel = (name: string) => within(screen.getByRole('complementary', { name }))

describe('the delivery checklist', () => {
  it('is one gesture away and says that it counts for C4 in block 1', async () => {
    const [block1 = aGrid()] = await theRealGrids()
    const { log, user } = renderOral({ grid: block1, log: [PRESENT, { kind: 'timer', event: { type: 'start' } }] })
    await user.keyboard('d')
    expect(panel('Prestation orale').getByText('Compte pour C4')).toBeInTheDocument()
    expect(panel('Prestation orale').getByText('Chronomètre : 00:00 sur 30:00')).toBeInTheDocument()
    const elocution = panel('Prestation orale').getByRole('group', { name: 'Élocution, articulation, aisance' })
    await user.click(within(elocution).getByRole('button', { name: 'Observé' }))
    expect(foldDraft(log.entries).marks['C4.K3.I3']?.value).toBe('observed')
  })

  it('says that it is formative where the grid does not count it', async () => {
    const { log, user } = renderOral({ log: [PRESENT] })
    await user.click(screen.getByRole('button', { name: 'Prestation' }))
    expect(panel('Prestation orale').getByText('Formatif : ne compte pas dans le résultat')).toBeInTheDocument()
    await user.click(within(marksOf('Attitude générale')).getByRole('button', { name: 'Partiel' }))
    expect(foldDraft(log.entries).marks['O1']?.value).toBe('partial')
  })

  it('marks what an item is made of, one touch after the other', async () => {
    const items = [{ id: 'O3', title: 'Élocution', observables: ['débit', 'volume'], timed: false, target: 'O3' }]
    const { log, user } = renderOral({ grid: aGrid({ delivery: { counted: false, items } }), log: [PRESENT] })
    await user.keyboard('d')
    await user.click(panel('Prestation orale').getByRole('button', { name: 'débit' }))
    expect(foldDraft(log.entries).details['O3']).toEqual({ débit: 'observed' })
    await user.click(panel('Prestation orale').getByRole('button', { name: /^débit Observé/ }))
    expect(foldDraft(log.entries).details['O3']).toEqual({ débit: 'partial' })
  })
})

describe('notes and questions', () => {
  it('writes a note about the indicator at hand, and reminds that the candidate may read it', async () => {
    const { log, user } = renderOral({ log: [PRESENT] })
    await user.click(screen.getByRole('button', { name: 'Note sur Indicateur S1.K1.I1' }))
    expect(panel('Notes').getByText('Le ou la candidat·e peut demander à lire vos commentaires.')).toBeInTheDocument()
    await user.type(panel('Notes').getByRole('textbox', { name: 'Votre note' }), 'Bon exemple')
    await user.click(panel('Notes').getByRole('button', { name: 'Ajouter la note' }))
    expect(foldDraft(log.entries).notes).toMatchObject([{ text: 'Bon exemple', targetId: 'S1.K1.I1', private: false }])
    expect(screen.getByRole('button', { name: 'Note sur Indicateur S1.K1.I1 (1 note)' })).toBeInTheDocument()
  })

  it('is written at once after N: no letter of it acts on the sheet', async () => {
    const { log, user } = renderOral({ log: [PRESENT] })
    await user.keyboard('n')
    expect(panel('Notes').getByRole('textbox', { name: 'Votre note' })).toHaveFocus()
    await user.keyboard('Un doute')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(foldDraft(log.entries).notes).toMatchObject([{ text: 'Un doute' }])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument()
  })

  it('brings up no keyboard over the phrases when touched', async () => {
    const { user } = renderOral({ log: [PRESENT] })
    await user.click(screen.getByRole('button', { name: 'Notes' }))
    expect(panel('Notes').getByRole('heading', { name: 'Notes' })).toHaveFocus()
  })

  it('keeps the support’s bookmarks out of the notes', async () => {
    const { user } = renderOral({ log: [PRESENT, bookmarkBody(3, 'Signet')] })
    await user.click(screen.getByRole('button', { name: 'Notes' }))
    expect(panel('Notes').getByText('Pas encore de note. Écrivez, ou touchez une phrase.')).toBeInTheDocument()
    expect(panel('Notes').queryByDisplayValue('Signet')).not.toBeInTheDocument()
  })

  it('writes a phrase with one touch, and keeps a private note apart', async () => {
    const { log, user } = renderOral({ log: [PRESENT] })
    await user.click(screen.getByRole('button', { name: 'Notes' }))
    await user.click(panel('Notes').getByRole('checkbox', { name: 'Note privée' }))
    await user.click(panel('Notes').getByRole('button', { name: 'Reste vague, à faire préciser.' }))
    expect(foldDraft(log.entries).notes).toMatchObject([{ text: 'Reste vague, à faire préciser.', targetId: null, private: true }])
  })

  it('keeps what is written as a phrase of one’s own, writes it with one touch, and removes it only when sorting', async () => {
    const { log, user } = renderOral({ log: [PRESENT] })
    await user.click(screen.getByRole('button', { name: 'Notes' }))
    await user.type(panel('Notes').getByRole('textbox', { name: 'Votre note' }), 'Chiffres solides.')
    await user.click(panel('Notes').getByRole('button', { name: 'Garder dans mes phrases' }))
    expect(panel('Notes').getByText('Phrase gardée. Vous la retrouverez dans tous vos oraux.')).toBeInTheDocument()
    const mine = within(panel('Notes').getByRole('group', { name: 'Mes phrases' }))
    await user.click(mine.getByRole('button', { name: 'Chiffres solides.' }))
    expect(foldDraft(log.entries).notes).toMatchObject([{ text: 'Chiffres solides.' }])
    await user.click(panel('Notes').getByRole('button', { name: 'Ranger mes phrases' }))
    await user.click(panel('Notes').getByRole('button', { name: 'Retirer la phrase : Chiffres solides.' }))
    expect(panel('Notes').queryByText('Mes phrases')).not.toBeInTheDocument()
    expect(foldDraft(log.entries).notes).toHaveLength(1)
  })

  it('suggests phrases about the criteria of the competence at hand, as its marks lean', async () => {
    const { user } = renderOral({ log: [PRESENT, { kind: 'mark', targets: ['S1.K1.I1'], value: 'partial' }] })
    await user.click(screen.getByRole('button', { name: 'Note sur S1' }))
    expect(panel('Notes').getByRole('button', { name: /^À travailler : / })).toBeInTheDocument()
  })

  it('lists the questions to ask and ticks those asked', async () => {
    const { log, user } = renderOral({ log: [PRESENT] })
    await user.click(screen.getByRole('button', { name: 'Questions' }))
    await user.type(panel('Questions à poser').getByRole('textbox', { name: 'Question' }), 'Quel budget ?{Enter}')
    expect(panel('Questions à poser').getByText('1 question à poser')).toBeInTheDocument()
    await user.click(panel('Questions à poser').getByRole('checkbox', { name: 'Quel budget ?' }))
    expect(foldDraft(log.entries).questions).toMatchObject([{ text: 'Quel budget ?', asked: true }])
  })
})

describe('before the oral', () => {
  it('records presence and identity, and shows what is granted and what was handed in', async () => {
    const { log, user } = renderOral()
    expect(screen.getByRole('heading', { name: 'Avant de commencer' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Présent·e' }))
    await user.click(screen.getByRole('checkbox', { name: 'Identité vérifiée sur une pièce' }))
    expect(foldDraft(log.entries)).toMatchObject({ presence: 'present', identityChecked: true })
  })

  it('asks what happened when the oral stops', async () => {
    const { log, user } = renderOral()
    await user.click(screen.getByRole('button', { name: 'Interrompu' }))
    const reason = screen.getByRole('textbox', { name: 'Que s’est-il passé ?' })
    await user.type(reason, 'Malaise')
    await user.tab()
    expect(foldDraft(log.entries)).toMatchObject({ presence: 'interrupted', presenceReason: 'Malaise' })
  })
})
