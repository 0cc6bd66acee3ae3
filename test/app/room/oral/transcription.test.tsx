import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { foldDraft } from '#domain/draft.ts'
import type { EntryBody } from '#domain/entry.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { aWholeOral } from '#test/builders/a-sheet.ts'
import { renderOral } from './render-oral.tsx'

const FROM_PAPER: EntryBody = {
  kind: 'transcription',
  transcription: { fromPaper: null, filledBy: 'Sacha Morel', by: 'Lou Perrin', minutes: 27 },
}

describe('a sheet typed in from paper', () => {
  it('says who filled the paper and who types, and takes the time from the paper', async () => {
    const { log, user } = renderOral()
    await user.click(screen.getByRole('button', { name: 'Recopier une feuille papier' }))
    const card = within(screen.getByRole('region', { name: 'Feuille papier' }))
    expect(card.getByText('Sacha Morel')).toBeInTheDocument()
    await user.clear(card.getByRole('textbox', { name: /Recopiée par/ }))
    await user.click(card.getByRole('button', { name: 'Commencer à recopier' }))
    expect(card.getByText('Écrivez le nom de la personne qui recopie.')).toBeInTheDocument()
    await user.type(card.getByRole('textbox', { name: /Recopiée par/ }), 'Lou Perrin')
    await user.type(card.getByRole('textbox', { name: /Durée de l’oral/ }), '27')
    await user.click(card.getByRole('button', { name: 'Commencer à recopier' }))
    expect(foldDraft(log.entries).transcribed).toMatchObject({ filledBy: 'Sacha Morel', by: 'Lou Perrin', minutes: 27, fromPaper: null })
    expect(screen.getAllByText('Fiche remplie sur papier par Sacha Morel, recopiée par Lou Perrin.')).toHaveLength(2)
    expect(screen.queryByRole('button', { name: 'Démarrer' })).not.toBeInTheDocument()
  })

  it('refuses a length that is no number of minutes, and keeps nothing meanwhile', async () => {
    const { log, user } = renderOral()
    await user.click(screen.getByRole('button', { name: 'Recopier une feuille papier' }))
    await user.type(screen.getByRole('textbox', { name: /Durée de l’oral/ }), '2h')
    await user.click(screen.getByRole('button', { name: 'Commencer à recopier' }))
    expect(screen.getByText('Écrivez un nombre de minutes, de 0 à 600.')).toBeInTheDocument()
    expect(log.entries).toHaveLength(0)
  })

  it('can be said not to be from paper after all: the timer is back', async () => {
    const { log, user } = renderOral({ log: [FROM_PAPER] })
    expect(screen.getByText(/Durée notée sur la feuille : 27 min\..+Gardez la feuille/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'La fiche ne vient pas du papier' }))
    expect(foldDraft(log.entries).transcribed).toBeNull()
    expect(screen.getByRole('region', { name: 'Chronomètre' })).toBeInTheDocument()
  })

  it('is signed without asking why the timer never ran', async () => {
    const bodies = aWholeOral(aGrid()).filter(({ kind }) => kind !== 'timer')
    const { user } = renderOral({ log: [FROM_PAPER, ...bodies], onSign: vi.fn(async () => undefined) })
    await user.click(screen.getByRole('button', { name: /Revoir/ }))
    expect(screen.queryByText(/chronomètre/i)).not.toBeInTheDocument()
  })
})
