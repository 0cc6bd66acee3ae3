import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CalibrationView } from '#app/desk/calibration/calibration-view.tsx'
import { calibrationAgreement, calibrationSpread } from '#domain/calibration.ts'
import type { Observation } from '#domain/entry.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { renderDesk } from './render-desk.tsx'

const CALIBRATION = {
  id: 'cal-1',
  title: 'Cas Lumen',
  gridId: 'essai',
  text: 'Un oral inventé.',
  minutes: 10,
  publishedAt: '2026-11-20T09:00:00Z',
}

function marked(first: Observation, second: Observation) {
  const mark = (value: Observation) => ({ value, oralMs: null, phaseId: null, page: null })
  return { marks: { 'S1.K1.I1': mark(first), 'S1.K1.I2': mark(second) } }
}

describe('a calibration at the desk', () => {
  it('shows the spread and the agreement by criterion, and names no juror', () => {
    const grid = aGrid()
    const sheets = [marked('observed', 'notObserved'), marked('observed', 'notObserved'), marked('observed', 'partial')]
    const agreement = calibrationAgreement(grid, sheets, () => 0.5)
    renderDesk(
      <CalibrationView
        gridTitle="Essai"
        desk={{ calibration: CALIBRATION, received: 3, expected: 3, spread: calibrationSpread(grid, sheets), agreement }}
      />,
    )
    expect(screen.getByText(/Alpha de Krippendorff : .+2 indicateurs marqués/)).toBeInTheDocument()
    expect(screen.getByText(/Trop peu d’indicateurs pour conclure/)).toBeInTheDocument()
    const rows = within(screen.getByRole('table', { name: 'Accord' }))
      .getAllByRole('row')
      .slice(1)
    expect(rows.map((row) => row.textContent)).toEqual([expect.stringMatching(/^S1\.K1 .+2$/)])
    expect(screen.getByText('3 fiches sur 3 sont arrivées.')).toBeInTheDocument()
  })

  it('says how many sheets it still needs', () => {
    renderDesk(
      <CalibrationView gridTitle="Essai" desk={{ calibration: CALIBRATION, received: 1, expected: 3, spread: null, agreement: null }} />,
    )
    expect(screen.getByText('1 fiche sur 3 est arrivée.')).toBeInTheDocument()
    expect(screen.getByText(/Il en manque 2/)).toBeInTheDocument()
    expect(screen.getByText(/Il faut au moins 3 fiches/)).toBeInTheDocument()
  })
})
