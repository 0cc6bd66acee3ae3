import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { PassportView } from '#app/desk/results/passport-page.tsx'
import type { PassportState } from '#contract/passport.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

function aState(changes: Partial<PassportState> = {}): PassportState {
  return {
    settings: null,
    identities: 1,
    holders: [
      { candidateId: 'c1', number: '0001', name: 'Inès Bazin', state: 'rejected', messages: ['Aucun titulaire'] },
      { candidateId: 'c2', number: '0002', name: 'Yann Cormier', state: 'identityMissing', messages: [] },
    ],
    deposits: [{ flowId: 'f1', madeAt: '2026-11-27T17:05:09Z', persons: 1 }],
    ...changes,
  }
}

describe('the skills passport page', () => {
  it('says for each holder how far the declaration is, with the portal’s own words', () => {
    renderDesk(<PassportView sessionId="s1" state={aState()} onChanged={() => undefined} />)
    const list = screen.getByRole('table', { name: 'Personnes à déclarer' })
    expect(within(list).getByRole('row', { name: /Inès Bazin/ })).toHaveTextContent(
      'Refusée : elle ira dans le prochain fichierAucun titulaire',
    )
    expect(within(list).getByRole('row', { name: /Yann Cormier/ })).toHaveTextContent('État civil manquant')
    expect(screen.getByRole('link', { name: 'Télécharger (XML)' })).toHaveAttribute('href', '/api/v1/passport-deposits/f1/xml')
  })

  it('lists each fault of a file of identities with its line', async () => {
    const issues = [{ path: 'numero', line: 2, message: 'Aucun·e candidat·e de la session n’a le numéro « 9 ».' }]
    const problem = {
      type: '/problemes/import-invalid',
      code: 'import-invalid',
      title: 'Fichier à corriger',
      status: 422,
      detail: 'Rien.',
      issues,
    }
    answering({ '/api/v1/sessions/s1/identities': () => json(problem, 422) })
    const onChanged = vi.fn()
    const { container } = renderDesk(<PassportView sessionId="s1" state={aState()} onChanged={onChanged} />)
    const input = container.querySelector<HTMLInputElement>('input[type=file]')
    // jsdom's files cannot give their text.
    const file = Object.assign(new File([], 'identites.csv', { type: 'text/csv' }), { text: async () => 'numero\n9' })
    await userEvent.upload(input as HTMLInputElement, file)
    expect(await screen.findByRole('row', { name: /2 .*numero/ })).toBeInTheDocument()
    expect(onChanged).not.toHaveBeenCalled()
  })

  it('sends the identifiers once they are right', async () => {
    const asked = answering({ '/api/v1/passport-settings': (init) => json(JSON.parse(String(init.body))) })
    const onSaved = vi.fn()
    renderDesk(<PassportView sessionId="s1" state={aState()} onChanged={onSaved} />)
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(screen.getAllByText('Écrivez les 8 caractères.')).toHaveLength(2)
    await userEvent.type(screen.getByRole('textbox', { name: /l’émetteur/ }), 'ABCD1234')
    await userEvent.type(screen.getByRole('textbox', { name: /Identifiant du certificateur/ }), 'ABCD1234')
    await userEvent.type(screen.getByRole('textbox', { name: 'Numéro de contrat' }), 'MCFCER1')
    await userEvent.type(screen.getByRole('textbox', { name: 'Code de la certification' }), 'RNCP99999')
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(onSaved).toHaveBeenCalled())
    expect(JSON.parse(String(asked[0]?.init.body))).toMatchObject({ schemaVersion: '1.1.2', depositor: null, centrePostalCode: null })
  })
})
