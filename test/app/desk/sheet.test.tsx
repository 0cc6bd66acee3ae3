import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { SheetView } from '#app/desk/sheet-view.tsx'
import type { EntryBody } from '#domain/entry.ts'
import { aHash } from '#test/builders/a-board.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { aMark } from '#test/builders/a-log.ts'
import { A_STROKE, aStoredSheet } from '#test/builders/a-stored-sheet.ts'
import { renderDesk } from './render-desk.tsx'

const GESTURES: EntryBody[] = [
  { kind: 'identity', checked: true },
  { kind: 'presence', presence: 'present' },
  { kind: 'timer', event: { type: 'start' } },
  aMark('S1.K1.I1'),
  aMark('S1.K1.I2', 'partial'),
  aMark('O1'),
  { kind: 'note', noteId: 'n1', target: { id: 'S1' }, text: 'Exemple chiffré.', private: false },
  { kind: 'note', noteId: 'n2', target: {}, text: '', ink: A_STROKE, private: false },
  { kind: 'question', questionId: 'q1', text: 'Et le budget ?', asked: true },
  { kind: 'timer', event: { type: 'pause', reason: 'alarme' } },
  { kind: 'timer', event: { type: 'resume' } },
  { kind: 'timer', event: { type: 'stop' } },
  { kind: 'verdict', sectionId: 'S1', verdict: 'inProgress', reason: 'Peu de recul.' },
  { kind: 'verdict', sectionId: 'S2', verdict: 'notAcquired', reason: 'Rien observé.' },
  { kind: 'partVerdict', verdict: 'notValidated', reason: 'Deux compétences manquent.' },
  { kind: 'appreciation', text: 'Oral clair, analyse à approfondir.' },
]

describe('a stored sheet', () => {
  it('shows everything the juror recorded', async () => {
    const grid = aGrid()
    renderDesk(<SheetView grid={grid} stored={aStoredSheet(grid, GESTURES)} />)
    expect(screen.getByText('Non validé')).toBeInTheDocument()
    expect(screen.getByText('Motif : Deux compétences manquent.')).toBeInTheDocument()
    expect(screen.getByText('Identité vérifiée', { selector: 'dd' })).toBeInTheDocument()
    expect(screen.getByText('Oral clair, analyse à approfondir.')).toBeInTheDocument()
    expect(screen.getByText('Exemple chiffré.')).toBeInTheDocument()
    expect(screen.getByRole('img', { name: 'Note manuscrite' })).toBeInTheDocument()
    expect(screen.getByText('Et le budget ?').previousSibling).toHaveTextContent('Posée')

    const section = screen.getByRole('article', { name: 'S1 Première' })
    expect(within(section).getByText('En cours')).toBeInTheDocument()
    expect(within(section).getByText('Proposition : Acquise (75 %)')).toBeInTheDocument()
    expect(within(section).getByText('Le juré ou la jurée a décidé autrement que la proposition.')).toBeInTheDocument()
    await userEvent.click(within(section).getByText(/Indicateurs : 2 sur 4 cochés/))
    const partial = within(section).getByText('Indicateur S1.K1.I2').closest('li')
    expect(partial).toHaveTextContent('Partiel')
    expect(within(section).getByText('Indicateur S1.K2.I1').closest('li')).toHaveTextContent('Non coché')
  })

  it('shows that its candidate signed their presence, when, and how it was drawn; or that they did on paper', () => {
    const grid = aGrid()
    const drawn: EntryBody = { kind: 'presenceSignature', gesture: { kind: 'drawn', strokes: A_STROKE } }
    const { unmount } = renderDesk(<SheetView grid={grid} stored={aStoredSheet(grid, [drawn, ...GESTURES])} />)
    const section = within(screen.getByRole('region', { name: 'Signature de présence' }))
    expect(section.getByText(/^Inès Bazin a signé sa présence le 24 novembre à \d\d:\d\d\.$/)).toBeInTheDocument()
    expect(section.getByRole('img', { name: 'Signature dessinée par Inès Bazin' })).toBeInTheDocument()
    expect(screen.getByText('Présence signée sur l’appareil par la personne')).toBeInTheDocument()
    unmount()
    const paper: EntryBody = { kind: 'presenceSignature', gesture: { kind: 'paper' } }
    renderDesk(<SheetView grid={grid} stored={aStoredSheet(grid, [paper, ...GESTURES])} />)
    expect(screen.getByText(/^Inès Bazin a signé la feuille de présence en papier\./)).toBeInTheDocument()
  })

  it('says that it was first filled on paper, and by whose hands', () => {
    const grid = aGrid()
    const transcription = { fromPaper: null, filledBy: 'Agnès Dumas', by: 'Lou Perrin', minutes: 28 }
    renderDesk(<SheetView grid={grid} stored={aStoredSheet(grid, [{ kind: 'transcription', transcription }, ...GESTURES])} />)
    expect(screen.getByText('Fiche remplie sur papier par Agnès Dumas, recopiée par Lou Perrin.')).toBeInTheDocument()
    expect(screen.getByText('Fiche recopiée du papier, par Lou Perrin')).toBeInTheDocument()
  })

  it('tells the oral in order, pauses and their reasons included', () => {
    const grid = aGrid()
    renderDesk(<SheetView grid={grid} stored={aStoredSheet(grid, GESTURES)} />)
    const lines = within(screen.getByRole('table', { name: 'Déroulé' }))
      .getAllByRole('row')
      .slice(1)
    expect(lines).toHaveLength(GESTURES.length)
    expect(lines[2]).toHaveTextContent('Début de l’oral')
    expect(lines[9]).toHaveTextContent('Pause : alarme')
    expect(screen.getByText('00:08')).toBeInTheDocument()
  })

  it('says a valid signature in plain words, what it does not prove, and draws it', () => {
    const grid = aGrid()
    renderDesk(<SheetView grid={grid} stored={aStoredSheet(grid, GESTURES)} />)
    expect(screen.getByText(/^Signature vérifiée : .*Agnès Dumas/)).toBeInTheDocument()
    expect(screen.getByText(/signature électronique simple renforcée/)).toBeInTheDocument()
    expect(screen.getByRole('img', { name: 'Signature dessinée par Agnès Dumas' })).toBeInTheDocument()
    expect(screen.getByText(/Ligne 12 du journal/)).toBeInTheDocument()
  })

  it('warns loudly when the stored bytes no longer match their signature, or the result its gestures', () => {
    const grid = aGrid()
    const verification = { signature: 'invalid' as const, foldMatchesLog: false, deviceEnrolled: true }
    renderDesk(<SheetView grid={grid} stored={aStoredSheet(grid, GESTURES, { verification })} />)
    expect(screen.getByText(/^Signature fausse/)).toBeInTheDocument()
    expect(screen.getByText(/ne correspond pas au relevé des gestes/)).toBeInTheDocument()
    expect(screen.queryByText(/^Signature vérifiée/)).not.toBeInTheDocument()
  })

  it('shows a correction with its reason, and leads to the version it replaces', () => {
    const grid = aGrid()
    const gestures: EntryBody[] = [...GESTURES, { kind: 'correction', replaces: aHash('first'), reason: 'Erreur de saisie.' }]
    const stored = aStoredSheet(grid, gestures, { revisions: [{ hash: aHash('first'), revision: 1 }] })
    renderDesk(<SheetView grid={grid} stored={stored} />)
    expect(screen.getByText(/Vous lisez la version 2\. Cette version en corrige une autre : Erreur de saisie\./)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Ouvrir la version 1' })).toHaveAttribute('href', `/coordination/fiches/${aHash('first')}`)
  })

  it('shows a typed signature as text', () => {
    const grid = aGrid()
    const stored = aStoredSheet(grid, GESTURES, { context: { signature: { kind: 'typed', name: 'Agnès Dumas' } } })
    renderDesk(<SheetView grid={grid} stored={stored} />)
    expect(screen.getByText('Signature écrite au clavier')).toBeInTheDocument()
  })
})
