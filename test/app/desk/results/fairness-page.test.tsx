import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FairnessView } from '#app/desk/results/fairness-page.tsx'
import type { SessionFairness } from '#contract/fairness.ts'
import { renderDesk } from '../render-desk.tsx'

function someFairness(changes: Partial<SessionFairness> = {}): SessionFairness {
  const shares = [{ name: 'Groupe 1', acquired: 30, cases: 40, orals: 4 }]
  return {
    session: { id: 's1', title: 'Session d’essai', frameworkId: 'cdcm', year: '2026' },
    orals: 4,
    sheets: 12,
    agreement: { alpha: 0.71, interval: { low: 0.4, high: 0.9 }, units: 36, ratings: 108 },
    severities: [
      { jurorId: 'j2', name: 'Karim Ferrand', meanDifference: -0.5, cases: 36, orals: 4 },
      { jurorId: 'j1', name: 'Agnès Dumas', meanDifference: 0.25, cases: 9, orals: 1 },
    ],
    flatIndicators: [],
    byPart: shares,
    byRoom: shares,
    byPanel: shares,
    byHour: shares,
    byOrder: shares,
    ...changes,
  }
}

function View({ fairness }: { fairness: SessionFairness }) {
  return (
    <FairnessView
      fairness={fairness}
      groups={[
        ['byPart', fairness.byPart],
        ['byRoom', fairness.byRoom],
      ]}
    />
  )
}

describe('the fairness page', () => {
  it('says the agreement with its interval, what it means and how sure it is', () => {
    renderDesk(<View fairness={someFairness()} />)
    const section = screen.getByRole('region', { name: 'Accord entre juré·es' })
    expect(section).toHaveTextContent('Alpha de Krippendorff : 0,71, entre 0,40 et 0,90')
    expect(section).toHaveTextContent('Les juré·es s’accordent en partie. L’intervalle est large')
    expect(section).not.toHaveTextContent('Trop peu de cas')
  })

  it('lists jurors by name with the number of cases, and cautions for few', () => {
    renderDesk(<View fairness={someFairness()} />)
    const list = screen.getByRole('table', { name: /Écart de chaque juré/ })
    const [, first, second] = within(list).getAllByRole('row')
    expect(first).toHaveTextContent('Agnès Dumas+0,259, sur 1 oralpeu de cas')
    expect(second).toHaveTextContent('Karim Ferrand-0,5036, sur 4 orauxpeu de cas')
  })

  it('has enough of a juror from five orals on, however many competences each has', () => {
    const severities = [{ jurorId: 'j1', name: 'Agnès Dumas', meanDifference: 0.25, cases: 45, orals: 5 }]
    renderDesk(<View fairness={someFairness({ severities })} />)
    expect(screen.getByRole('row', { name: /Agnès Dumas/ })).toHaveTextContent('assez de cas')
  })

  it('says how sure a share is by the orals it rests on, not by the verdicts each was given', () => {
    const shares = (orals: number) => ['Bloc B1', 'Bloc B2'].map((name) => ({ name, acquired: 150, cases: 200, orals }))
    renderDesk(<View fairness={someFairness({ byPart: shares(9), byRoom: shares(10) })} />)
    expect(screen.getByRole('region', { name: 'Par bloc' })).toHaveTextContent('Moins de 10 oraux dans un groupe')
    expect(screen.getByRole('region', { name: 'Par salle' })).toHaveTextContent('Chaque groupe a au moins 10 oraux')
  })

  it('says when a share rests on few cases', () => {
    const few = ['Bloc B1', 'Bloc B2'].map((name) => ({ name, acquired: 3, cases: 4, orals: 1 }))
    renderDesk(<View fairness={someFairness({ byPart: few })} />)
    expect(screen.getByRole('region', { name: 'Par bloc' })).toHaveTextContent('le hasard suffit à expliquer un écart')
    expect(screen.getByRole('region', { name: 'Par salle' })).toHaveTextContent('Un seul groupe : il n’y a rien à comparer.')
    expect(within(screen.getByRole('table', { name: 'Par bloc' })).getByRole('row', { name: /Bloc B1 75 % 4 1/ })).toBeInTheDocument()
  })

  it('says that an agreement is not measurable, or that there is nothing yet', () => {
    const { unmount } = renderDesk(<View fairness={someFairness({ agreement: { alpha: null, interval: null, units: 0, ratings: 0 } })} />)
    expect(screen.getByText(/Pas encore mesurable/)).toBeInTheDocument()
    unmount()
    renderDesk(<View fairness={someFairness({ sheets: 0 })} />)
    expect(screen.getByText(/Aucune fiche encore/)).toBeInTheDocument()
  })
})
