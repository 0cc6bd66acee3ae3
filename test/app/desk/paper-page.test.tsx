import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { compareCandidate } from '#app/desk/candidate-view.ts'
import { PaperView } from '#app/desk/paper/paper-page.tsx'
import { PartComparisonBody } from '#app/desk/part-comparison.tsx'
import { aBoard, aReceivedSheet } from '#test/builders/a-board.ts'
import { renderDesk } from './render-desk.tsx'

describe('sheets on paper, at the desk', () => {
  it('lists every oral with its own file, and all of them as one', () => {
    renderDesk(<PaperView board={aBoard()} />)
    expect(screen.getByRole('button', { name: 'Préparer les feuilles des 2 oraux' })).toBeInTheDocument()
    const rows = within(screen.getByRole('table', { name: 'Feuilles par oral' }))
      .getAllByRole('row')
      .slice(1)
    expect(rows).toHaveLength(2)
    const link = screen.getAllByRole('link', { name: /PDF, 2 feuilles/ })[0]
    expect(link).toHaveAttribute('href', '/api/v1/sessions/session-1/orals/O1/paper-sheets.pdf')
  })

  it('says in the comparison which sheet came from paper, with both names', () => {
    const transcribed = { filledBy: 'Dominique Nom-J1', by: 'Lou Perrin' }
    const board = aBoard({ sheets: [aReceivedSheet('O1', 'J1', { transcribed }), aReceivedSheet('O1', 'J2')] })
    const [part] = compareCandidate(board, 'C1', 0)
    if (!part) throw new Error('no oral')
    renderDesk(<PartComparisonBody part={part} />)
    expect(screen.getAllByText('Fiche remplie sur papier par Dominique Nom-J1, recopiée par Lou Perrin.')).toHaveLength(1)
  })
})
