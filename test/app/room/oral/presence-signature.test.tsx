import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { foldDraft } from '#domain/draft.ts'
import type { EntryBody } from '#domain/entry.ts'
import { A_STROKE } from '#test/builders/a-stored-sheet.ts'
import { renderOral } from './render-oral.tsx'

const PRESENT: EntryBody = { kind: 'presence', presence: 'present' }
const DRAWN: EntryBody = { kind: 'presenceSignature', gesture: { kind: 'drawn', strokes: A_STROKE } }

const card = () => within(screen.getByRole('region', { name: 'Signature de présence' }))

/** Opens « Accueil », where a sheet with a presence does not start. */
async function onWelcome(log: readonly EntryBody[]) {
  const rendered = renderOral({ log })
  await rendered.user.click(screen.getByRole('button', { name: 'Accueil' }))
  return rendered
}

/** One line drawn with a mouse. */
async function draw(user: UserEvent, pad: HTMLElement): Promise<void> {
  await user.pointer([
    { keys: '[MouseLeft>]', target: pad, coords: { clientX: 10, clientY: 20 } },
    { target: pad, coords: { clientX: 90, clientY: 30 } },
    { keys: '[/MouseLeft]', target: pad },
  ])
}

describe('a candidate’s signature of their presence', () => {
  it('is offered once the person is there, and nothing waits for it', async () => {
    const { user } = renderOral()
    expect(screen.queryByRole('region', { name: 'Signature de présence' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Présent·e' }))
    expect(card().getByText(/Facultatif/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Aller à la grille' })).toBeEnabled()
    await user.click(screen.getByRole('button', { name: 'Absent·e' }))
    expect(screen.queryByRole('region', { name: 'Signature de présence' })).not.toBeInTheDocument()
  })

  it('says what is signed, by whom and where it goes, and is recorded with its time once drawn', async () => {
    const { log, user } = await onWelcome([PRESENT])
    await user.click(card().getByRole('button', { name: 'Faire signer ici' }))
    expect(card().getByText('J’atteste ma présence à cet oral.')).toBeInTheDocument()
    expect(card().getByText(/Inès Bazin, n° 0001/)).toBeInTheDocument()
    expect(card().getByText(/va dans la fiche d’évaluation et sur la feuille de présence/)).toBeInTheDocument()
    const sign = card().getByRole('button', { name: 'Je signe ma présence' })
    expect(sign).toBeDisabled()
    await draw(user, card().getByRole('img', { name: /Cadre où signer/ }))
    await user.click(sign)
    expect(foldDraft(log.entries).presenceSignature?.gesture).toMatchObject({ kind: 'drawn' })
    expect(card().getByText(/Inès Bazin a signé sa présence le .+ à \d\d:\d\d\./)).toBeInTheDocument()
    expect(card().getByRole('img', { name: 'Signature dessinée par Inès Bazin' })).toBeInTheDocument()
  })

  it('keeps nothing of a signature that is given up', async () => {
    const { log, user } = await onWelcome([PRESENT])
    await user.click(card().getByRole('button', { name: 'Faire signer ici' }))
    await draw(user, card().getByRole('img', { name: /Cadre où signer/ }))
    await user.click(card().getByRole('button', { name: 'Annuler' }))
    expect(log.entries).toHaveLength(1)
    expect(card().getByRole('button', { name: 'Faire signer ici' })).toBeInTheDocument()
  })

  it('is cleared only when asked twice, and not with what the juror takes back', async () => {
    const { log, user } = await onWelcome([PRESENT, DRAWN])
    expect(screen.getByRole('button', { name: 'Rien à annuler' })).toBeDisabled()
    await user.click(card().getByRole('button', { name: 'Effacer la signature' }))
    await user.click(card().getByRole('button', { name: 'Annuler' }))
    expect(card().getByRole('button', { name: 'Effacer la signature' })).toHaveFocus()
    await user.click(card().getByRole('button', { name: 'Effacer la signature' }))
    await user.click(card().getByRole('button', { name: 'Oui, effacer' }))
    expect(foldDraft(log.entries).presenceSignature).toBeNull()
    expect(card().getByRole('button', { name: 'Faire signer ici' })).toBeInTheDocument()
  })

  it('can be on paper instead: all at the keyboard, and taken back', async () => {
    const { log, user } = await onWelcome([PRESENT])
    card().getByRole('button', { name: 'A signé la feuille papier' }).focus()
    await user.keyboard('{Enter}')
    expect(foldDraft(log.entries).presenceSignature?.gesture).toEqual({ kind: 'paper' })
    expect(card().getByText(/a signé la feuille de présence en papier/)).toBeInTheDocument()
    expect(screen.getByRole('region', { name: 'Signature de présence' })).toHaveFocus()
    await user.tab()
    await user.keyboard('{Enter}')
    expect(foldDraft(log.entries).presenceSignature).toBeNull()
  })

  it('is read, and no longer changed, while a signed sheet is corrected', async () => {
    const { user } = await onWelcome([PRESENT, DRAWN, { kind: 'correction', replaces: 'B'.repeat(43), reason: 'Erreur de saisie' }])
    expect(card().getByRole('img', { name: 'Signature dessinée par Inès Bazin' })).toBeInTheDocument()
    expect(card().queryByRole('button')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Présent·e' }))
    expect(card().queryByRole('button')).not.toBeInTheDocument()
  })
})
