import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { EntryBody } from '#domain/entry.ts'
import { composeSheet } from '#domain/sheet.ts'
import { readTimer, timerEvents } from '#domain/timer.ts'
import type { SignedSheet } from '#seal/envelope.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { aLog } from '#test/builders/a-log.ts'
import { aWholeOral } from '#test/builders/a-sheet.ts'
import { renderOral } from './render-oral.tsx'

const CORRECTION: EntryBody = { kind: 'correction', replaces: '1'.repeat(43), reason: 'Note oubliée' }
const NOTES: EntryBody[] = [
  { kind: 'note', noteId: 'n1', target: {}, text: 'Très à l’aise', private: false },
  { kind: 'note', noteId: 'n2', target: {}, text: 'À revoir avec le jury', private: true },
]

function signed(hash: string, bodies: readonly EntryBody[]): SignedSheet {
  const grid = aGrid()
  const log = aLog(...bodies)
  const last = log.at(-1)?.at
  if (!last) throw new Error('an empty log')
  const sheet = composeSheet(log, {
    sheetId: 's1',
    sessionId: 'x',
    oralId: 'o1',
    candidate: { id: 'c', number: '0001', name: 'Inès Bazin' },
    juror: { id: 'j', name: 'Sacha Morel' },
    deviceId: 'D'.repeat(43),
    grid,
    gridRef: { id: grid.id, version: grid.version, hash: 'G'.repeat(43) },
    previous: null,
    chainIndex: 0,
    timer: readTimer(timerEvents(log), { allottedMs: 1_800_000, phases: grid.phases }, last),
    signedDespite: '',
    signature: { kind: 'typed', name: 'Sacha Morel' },
    signedAt: '2026-11-24T08:40:00Z',
  })
  return { jws: '', hash, sheet }
}

const FIRST = signed('1'.repeat(43), [...aWholeOral(aGrid()), ...NOTES])

describe('a signed sheet', () => {
  it('shows everything recorded but private notes, and where it is', () => {
    renderOral({ isSigned: true, signedSheets: [FIRST], delivery: 'waiting' })
    expect(screen.getByText('Sur cet appareil seulement : pas encore remise')).toBeInTheDocument()
    const sheet = within(screen.getByRole('article', { name: 'Version 1' }))
    expect(sheet.getByText('Prestation claire et structurée.')).toBeInTheDocument()
    expect(sheet.getAllByText(/Très à l’aise/).length).toBeGreaterThan(0)
    expect(sheet.queryByText(/À revoir avec le jury/)).not.toBeInTheDocument()
    expect(sheet.getByText('Début de l’oral')).toBeInTheDocument()
    expect(sheet.getByText('Durée 00:02 sur 30:00')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Observé' })).not.toBeInTheDocument()
  })

  it('is called delivered only with the server’s receipt', () => {
    renderOral({ isSigned: true, signedSheets: [FIRST], delivery: 'delivered' })
    expect(screen.getByText('Remise : reçue par la coordination')).toBeInTheDocument()
  })

  it('is corrected only with a reason', async () => {
    const onCorrect = vi.fn(() => Promise.resolve())
    const { user } = renderOral({ isSigned: true, signedSheets: [FIRST], onCorrect })
    await user.click(screen.getByRole('button', { name: 'Corriger' }))
    expect(screen.getByRole('button', { name: 'Rouvrir la fiche' })).toBeDisabled()
    await user.type(screen.getByRole('textbox', { name: 'Pourquoi corriger ?' }), 'Note oubliée')
    await user.click(screen.getByRole('button', { name: 'Rouvrir la fiche' }))
    expect(onCorrect).toHaveBeenCalledWith('Note oubliée')
  })

  it('keeps the signed version in sight while a correction is written', async () => {
    const { user } = renderOral({ log: [...aWholeOral(aGrid()), CORRECTION], signedSheets: [FIRST] })
    expect(screen.getByText('Correction en cours : Note oubliée')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Voir la version signée' }))
    expect(screen.getByRole('article', { name: 'Version 1' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Corriger' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Revenir à la correction' }))
    expect(screen.getByRole('heading', { name: 'Synthèse' })).toBeInTheDocument()
  })

  it('shows both versions of a corrected sheet, with the reason', () => {
    const second = signed('2'.repeat(43), [...aWholeOral(aGrid()), CORRECTION])
    renderOral({ isSigned: true, signedSheets: [second, FIRST] })
    expect(screen.getByRole('article', { name: 'Version 2' })).toHaveTextContent('Corrige la version précédente : Note oubliée')
    expect(screen.getByRole('combobox', { name: 'Versions de la fiche' })).toHaveValue('Version 2 (version en vigueur)')
  })
})
