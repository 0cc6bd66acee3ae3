import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { CandidateView } from '#app/desk/candidate-page.tsx'
import { agreementOf, compareCandidate } from '#app/desk/candidate-view.ts'
import { aBoard, aJuror, aReceivedSheet } from '#test/builders/a-board.ts'
import { renderDesk } from './render-desk.tsx'

const NOW_MS = Date.parse('2026-11-24T12:00:00Z')

function aDivergentBoard() {
  return aBoard({
    sheets: [
      aReceivedSheet('O1', 'J1'),
      aReceivedSheet('O1', 'J2', {
        partVerdict: 'notValidated',
        sections: [
          { id: 'S1', proposal: 'acquired', verdict: 'acquired' },
          { id: 'S2', proposal: 'acquired', verdict: 'inProgress' },
        ],
      }),
    ],
  })
}

describe('agreementOf', () => {
  it.each([
    [['acquired', 'acquired'], 'agreed'],
    [['acquired', 'inProgress'], 'divergent'],
    [['acquired', null], 'waiting'],
    [['acquired', null, 'acquired'], 'agreed'],
    [[], 'waiting'],
  ] as const)('of %j is %s', (said, agreement) => {
    expect(agreementOf(said)).toBe(agreement)
  })
})

describe('a candidate’s page', () => {
  it('finds the section on which the jurors differ, and the one where a juror left the proposal', () => {
    const [part] = compareCandidate(aDivergentBoard(), 'C1', NOW_MS)
    expect(part?.sections.map(({ agreement }) => agreement)).toEqual(['agreed', 'divergent'])
    expect(part?.partAgreement).toBe('divergent')
    expect(part?.sections[1]?.cells.map(({ overridden }) => overridden)).toEqual([false, true])
  })

  it('shows divergences with a word first, and folds the agreements away', async () => {
    renderDesk(<CandidateView board={aDivergentBoard()} candidateId="C1" nowMs={NOW_MS} />)
    const table = screen.getByRole('table', { name: 'Avis des juré·es : Bloc 1' })
    const divergent = within(table).getByRole('row', { name: /S2 Seconde/ })
    expect(within(divergent).getByText('Divergence')).toBeInTheDocument()
    expect(within(divergent).getByText('proposé : Acquise')).toBeInTheDocument()
    expect(within(table).queryByRole('row', { name: /S1 Première/ })).not.toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Montrer 1 accord' }))
    expect(within(within(table).getByRole('row', { name: /S1 Première/ })).getByText('Accord')).toBeInTheDocument()
  })

  it('counts the part’s own divergence, and keeps a place for the juror whose sheet is missing', () => {
    const jurors = [...aBoard().jurors, aJuror('J3')]
    const panels = aBoard().panels.map((panel) => ({ ...panel, jurorIds: ['J1', 'J2', 'J3'] }))
    renderDesk(<CandidateView board={{ ...aDivergentBoard(), jurors, panels }} candidateId="C1" nowMs={NOW_MS} />)
    expect(screen.getByText('2 divergences entre juré·es')).toBeInTheDocument()
    expect(screen.getByRole('columnheader', { name: 'Dominique Nom-J3' })).toBeInTheDocument()
    expect(screen.getByText('Absente')).toBeInTheDocument()
    expect(screen.getAllByRole('link', { name: /^Reçue Fiche de/ })).toHaveLength(2)
  })

  it('waits for a second sheet before comparing', () => {
    renderDesk(<CandidateView board={aBoard({ sheets: [aReceivedSheet('O1', 'J1')] })} candidateId="C1" nowMs={NOW_MS} />)
    expect(screen.getByText('Il faut au moins deux fiches pour comparer.')).toBeInTheDocument()
  })

  it('says so when the person is not in this session', () => {
    renderDesk(<CandidateView board={aBoard()} candidateId="C9" nowMs={NOW_MS} />)
    expect(screen.getByText('Cette personne n’est pas dans cette session.')).toBeInTheDocument()
  })
})
