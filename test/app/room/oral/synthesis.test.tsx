import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { foldDraft } from '#domain/draft.ts'
import type { EntryBody } from '#domain/entry.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { aWholeOral } from '#test/builders/a-sheet.ts'
import { renderOral } from './render-oral.tsx'

const WHOLE = aWholeOral(aGrid())
const DELIVERY: EntryBody = { kind: 'mark', targets: ['O1'], value: 'observed' }
const without = (kind: EntryBody['kind']) => [...WHOLE, DELIVERY].filter((body) => body.kind !== kind)
const review = () => within(screen.getByRole('region', { name: 'Avant de signer' }))

describe('the synthesis', () => {
  it('proposes for the whole by the grid’s rule, and asks for a reason against it', async () => {
    const { log, user } = renderOral({ log: without('partVerdict') })
    const part = within(screen.getByRole('region', { name: 'Avis sur l’ensemble' }))
    expect(part.getByText('Bloc proposé « validé » quand toutes les compétences sont acquises.')).toBeInTheDocument()
    expect(part.getByText('Proposition : Validé')).toBeInTheDocument()
    await user.click(part.getByRole('button', { name: 'Non validé' }))
    expect(part.getByText('Motif obligatoire : votre avis diffère de la règle.')).toBeInTheDocument()
    await user.click(part.getByRole('button', { name: 'Validé' }))
    expect(foldDraft(log.entries).partVerdict?.verdict).toBe('validated')
  })

  it('records the appreciation while it is written, and shows unsaved words as such', async () => {
    const { log, user } = renderOral({ log: without('appreciation') })
    const field = screen.getByRole('textbox', { name: 'Appréciation générale' })
    // In one go: on a slow machine, words typed one letter at a time would be recorded in between.
    await user.click(field)
    await user.paste('Clair et précis.')
    expect(screen.getByText('Pas encore enregistré')).toBeInTheDocument()
    expect(foldDraft(log.entries).appreciation).toBe('')
    await waitFor(() => expect(foldDraft(log.entries).appreciation).toBe('Clair et précis.'), { timeout: 4_000 })
    expect(screen.queryByText('Pas encore enregistré')).not.toBeInTheDocument()
  })

  it('records the words at once when the page is hidden', async () => {
    const { log, user } = renderOral({ log: without('appreciation') })
    await user.type(screen.getByRole('textbox', { name: 'Appréciation générale' }), 'Interrompu')
    document.dispatchEvent(new Event('visibilitychange'))
    await waitFor(() => expect(foldDraft(log.entries).appreciation).toBe('Interrompu'), { timeout: 500 })
  })

  it('lists what is missing, each one touch from its place', async () => {
    const { user } = renderOral({ log: [...without('appreciation'), { kind: 'mark', targets: ['S2.K1.I2'], value: null }] })
    await user.click(review().getByRole('button', { name: 'L’appréciation générale est vide.' }))
    expect(screen.getByRole('textbox', { name: 'Appréciation générale' })).toHaveFocus()
    await user.click(review().getByRole('button', { name: 'S2 : 1 indicateur sans marque.' }))
    await waitFor(() =>
      expect(screen.getByRole('group', { name: 'Indicateur S2.K1.I2' })).toContainElement(document.activeElement as HTMLElement),
    )
  })

  it('is where « Revoir » leads while something is missing, and the whole else', async () => {
    const { user } = renderOral({ log: without('appreciation') })
    await user.click(screen.getByRole('button', { name: 'Revoir : 1 point à regarder' }))
    expect(screen.getByRole('heading', { name: 'Avant de signer' })).toHaveFocus()
    await user.click(screen.getByRole('textbox', { name: 'Appréciation générale' }))
    await user.paste('Clair.')
    await user.click(await screen.findByRole('button', { name: 'Revoir : 0 point à regarder' }))
    expect(screen.getByRole('heading', { name: 'Synthèse' })).toHaveFocus()
  })

  it('says that nothing is missing', () => {
    renderOral({ log: [...WHOLE, DELIVERY] })
    expect(review().getByText('Rien ne manque. Vous pouvez signer.')).toBeInTheDocument()
  })
})

describe('signing', () => {
  it('signs with a typed name, under the name of the candidate', async () => {
    const onSign = vi.fn(() => Promise.resolve())
    const { user } = renderOral({ log: [...WHOLE, DELIVERY], onSign })
    const form = within(screen.getByRole('region', { name: 'Signature' }))
    expect(form.getByText('Vous signez la fiche de Inès Bazin, n° 0001.')).toBeInTheDocument()
    expect(form.getByRole('button', { name: 'Signer la fiche' })).toBeDisabled()
    await user.click(form.getByRole('radio', { name: 'Au clavier' }))
    await user.type(form.getByRole('textbox', { name: 'Tapez votre prénom et votre nom' }), 'Sacha Morel')
    await user.click(form.getByRole('button', { name: 'Signer la fiche' }))
    expect(onSign).toHaveBeenCalledWith({ signature: { kind: 'typed', name: 'Sacha Morel' }, signedDespite: '' })
  })

  it('asks why one signs despite what is missing', async () => {
    const onSign = vi.fn(() => Promise.resolve())
    const { user } = renderOral({ log: WHOLE, onSign })
    await user.click(screen.getByRole('radio', { name: 'Au clavier' }))
    await user.type(screen.getByRole('textbox', { name: 'Tapez votre prénom et votre nom' }), 'Sacha Morel')
    expect(screen.getByRole('button', { name: 'Signer la fiche' })).toBeDisabled()
    await user.type(screen.getByRole('textbox', { name: /Pourquoi signer/ }), 'Prestation non évaluée')
    await user.click(screen.getByRole('button', { name: 'Signer la fiche' }))
    expect(onSign).toHaveBeenCalledWith({ signature: { kind: 'typed', name: 'Sacha Morel' }, signedDespite: 'Prestation non évaluée' })
  })

  it('does not sign while a verdict is missing', async () => {
    const { user } = renderOral({ log: [...without('partVerdict')] })
    await user.click(screen.getByRole('radio', { name: 'Au clavier' }))
    await user.type(screen.getByRole('textbox', { name: 'Tapez votre prénom et votre nom' }), 'Sacha Morel')
    expect(screen.getByRole('button', { name: 'Signer la fiche' })).toBeDisabled()
    expect(screen.getByText('Il reste des points à faire avant de signer.')).toBeInTheDocument()
  })

  it('says when the device could not sign, and that nothing is lost', async () => {
    const onSign = () => Promise.reject(Object.assign(new Error('quota'), { code: 'quota' }))
    const { user } = renderOral({ log: [...WHOLE, DELIVERY], onSign })
    await user.click(screen.getByRole('radio', { name: 'Au clavier' }))
    await user.type(screen.getByRole('textbox', { name: 'Tapez votre prénom et votre nom' }), 'Sacha Morel')
    await user.click(screen.getByRole('button', { name: 'Signer la fiche' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('La fiche n’est pas signée. Tout ce que vous avez noté est enregistré.')
  })

  it('closes an oral that did not take place with its reason alone', async () => {
    const onSign = vi.fn(() => Promise.resolve())
    const { user } = renderOral({ log: [{ kind: 'presence', presence: 'absent' }], onSign })
    expect(screen.getByText(/Il n’y a pas de verdict à donner/)).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: 'Au clavier' }))
    await user.type(screen.getByRole('textbox', { name: 'Tapez votre prénom et votre nom' }), 'Sacha Morel')
    await user.click(screen.getByRole('button', { name: 'Signer la fiche' }))
    expect(onSign).toHaveBeenCalledOnce()
  })
})
