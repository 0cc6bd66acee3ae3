import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DeskCalibrationPage } from '#app/desk/calibration/calibration-page.tsx'
import { CalibrationView } from '#app/desk/calibration/calibration-view.tsx'
import { MeContext } from '#app/desk/rights.ts'
import type { Role } from '#contract/roles.ts'
import { calibrationAgreement, calibrationSpread } from '#domain/calibration.ts'
import type { Observation } from '#domain/entry.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { answering, json } from './answering.ts'
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

function showPage(role: Role) {
  const coordinator = { id: 'a1', name: 'Maud', email: 'maud@example.org', role }
  renderDesk(
    <MeContext value={{ coordinator, reload: () => undefined }}>
      <Routes>
        <Route path="/coordination/sessions/:sessionId/calibration" element={<DeskCalibrationPage />} />
      </Routes>
    </MeContext>,
    '/coordination/sessions/s1/calibration',
  )
}

afterEach(() => vi.unstubAllGlobals())

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

  it('is withdrawn after a question, by who may; then says since when and offers it no more', async () => {
    let withdrawnAt: string | undefined
    const path = '/api/v1/sessions/s1/calibrations'
    const asked = answering({
      [path]: () =>
        json({
          calibrations: [{ calibration: { ...CALIBRATION, withdrawnAt }, received: 1, expected: 3, spread: null, agreement: null }],
          grids: [{ id: 'essai', title: 'Essai' }],
        }),
      [`${path}/cal-1/withdrawal`]: () => {
        withdrawnAt = '2026-11-21T09:00:00Z'
        return json({ ...CALIBRATION, withdrawnAt })
      },
    })
    const user = userEvent.setup()
    showPage('coordinator')
    await user.click(await screen.findByRole('button', { name: 'Retirer ce cas' }))
    const dialog = await screen.findByRole('dialog', { name: 'Retirer « Cas Lumen » ?' })
    expect(dialog).toHaveTextContent('Les fiches déjà signées et la répartition restent lisibles')
    expect(asked.map(({ init }) => init.method)).not.toContain('POST')
    await user.click(within(dialog).getByRole('button', { name: 'Retirer' }))
    expect(await screen.findByText(/^Retiré le 21 novembre/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Retirer ce cas' })).not.toBeInTheDocument()
    expect(screen.queryByText(/Il en manque/)).not.toBeInTheDocument()
  })

  it('is not withdrawn by a reader', async () => {
    answering({
      '/api/v1/sessions/s1/calibrations': () =>
        json({ calibrations: [{ calibration: CALIBRATION, received: 1, expected: 3, spread: null, agreement: null }], grids: [] }),
    })
    showPage('reader')
    expect(await screen.findByRole('heading', { name: 'Cas Lumen' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Retirer ce cas' })).not.toBeInTheDocument()
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
