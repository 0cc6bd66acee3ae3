import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ResultsView } from '#app/desk/results/results-page.tsx'
import type { DeskResults } from '#contract/results.ts'
import { aCandidate, aHash } from '#test/builders/a-board.ts'
import { aMinutes } from '#test/builders/a-minutes.ts'
import { renderDesk } from '../render-desk.tsx'

function someResults(changes: Partial<DeskResults> = {}): DeskResults {
  const [decision] = aMinutes().decisions
  if (!decision) throw new Error('no decision')
  const part = (id: string, state: 'decided' | 'unsigned' | 'undecided') => ({
    part: id,
    state,
    decision: state === 'undecided' ? null : { ...decision, part: id },
    minutesHash: state === 'undecided' ? null : aHash('pv'),
    decidedOn: state === 'undecided' ? null : '2026-11-24',
  })
  return {
    session: { id: 's1', title: 'Session d’essai', centre: 'Angers', startsOn: '2026-11-24', endsOn: '2026-11-24' },
    certification: { frameworkId: 'cdcm', title: 'CDCM', level: 6, rncpCode: null },
    parts: ['B1', 'B2', 'B3', 'finalInterview'].map((id) => ({ id, title: id })),
    minutes: { complete: 1, awaiting: 1 },
    results: [
      {
        candidate: aCandidate('C1', { blocks: ['B1', 'B2'] }),
        parts: [part('B1', 'decided'), part('B2', 'unsigned'), part('B3', 'undecided'), part('finalInterview', 'undecided')],
        title: { candidateId: 'C1', outcome: 'pending', acquiredBlocks: ['B1'], missingParts: [], pendingParts: ['B2'], reason: null },
        retakes: [
          { part: 'B1', sections: ['B1'] },
          { part: 'B2', sections: ['C10', 'C11'] },
        ],
      },
    ],
    ...changes,
  }
}

describe('the results page', () => {
  it('says each state in words, leads to its minutes, and names what is to be taken again', () => {
    renderDesk(<ResultsView results={someResults()} />)
    const row = within(screen.getByRole('table', { name: 'Décisions par candidat·e' })).getByRole('row', { name: /Nom-C1/ })
    const cells = within(row).getAllByRole('cell')
    expect(cells[0]).toHaveTextContent('Validé')
    expect(within(cells[0] as HTMLElement).getByRole('link')).toHaveAttribute('href', `/coordination/proces-verbaux/${aHash('pv')}`)
    expect(cells[1]).toHaveTextContent('En attente de signature')
    expect(cells[1]).not.toHaveTextContent('Validé')
    expect(cells[2]).toHaveTextContent('Non inscrit·e')
    expect(cells[3]).toHaveTextContent('Sans décision')
    expect(cells[4]).toHaveTextContent('En attenteAcquis : B1À repasser, Bloc B1 : toute l’épreuveÀ repasser, Bloc B2 : C10, C11')
  })

  it('says that results rest on complete minutes, and how many still wait', () => {
    renderDesk(<ResultsView results={someResults()} />)
    expect(screen.getByText(/1 procès-verbal est complet/)).toHaveTextContent(
      '1 attend encore une signature : ses décisions ne comptent pas.',
    )
  })

  it('offers the decisions as files', () => {
    renderDesk(<ResultsView results={someResults()} />)
    expect(screen.getByRole('link', { name: 'Excel (XLSX)' })).toHaveAttribute('href', '/api/v1/sessions/s1/decisions.xlsx')
    expect(screen.getByRole('link', { name: 'CSV' })).toHaveAttribute('href', '/api/v1/sessions/s1/decisions.csv')
  })
})
