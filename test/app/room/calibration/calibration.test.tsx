import { MantineProvider } from '@mantine/core'
import { render, screen, within } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it, vi } from 'vitest'
import { Shown } from '#app/room/calibration/calibration-page.tsx'
import { calibrationSpread } from '#domain/calibration.ts'
import { foldDraft } from '#domain/draft.ts'
import type { Observation } from '#domain/entry.ts'
import { aDayOral } from '#test/builders/a-day-oral.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { i18n } from '#texts/i18n.ts'
import { renderOral } from '../oral/render-oral.tsx'

const CALIBRATION = {
  id: 'cal-1',
  title: 'Cas Lumen',
  gridId: 'essai',
  text: 'La personne présente une étude de marché.',
  minutes: 10,
  publishedAt: '2026-11-20T09:00:00Z',
}
const READ_AT = new Date(2026, 10, 24, 9, 30).getTime()
const SUBJECT = { ...aDayOral(), calibration: CALIBRATION }

function marked(value: Observation) {
  return { marks: { 'S1.K1.I1': { value, oralMs: null, phaseId: null, page: null } } }
}

describe('a calibration on the juror’s device', () => {
  it('shows the case, says that nothing counts, and starts without asking who came', async () => {
    const { log, user } = renderOral({ subject: SUBJECT })
    expect(screen.getByRole('heading', { level: 1, name: 'Cas Lumen' })).toBeInTheDocument()
    expect(screen.getByText('La personne présente une étude de marché.')).toBeInTheDocument()
    expect(screen.getByText(/rien ne compte dans les résultats/)).toBeInTheDocument()
    expect(screen.queryByRole('checkbox', { name: /Identité/ })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Commencer à noter' }))
    expect(foldDraft(log.entries).presence).toBe('present')
    expect(screen.getByText('Première')).toBeInTheDocument()
  })

  it('is signed as far as it was marked, without a reason for the rest', async () => {
    const { user } = renderOral({
      subject: SUBJECT,
      log: [{ kind: 'presence', presence: 'present' }],
      onSign: vi.fn(async () => undefined),
    })
    await user.click(screen.getByRole('button', { name: /^Revoir/ }))
    expect(screen.queryByRole('textbox', { name: /Pourquoi signer/ })).not.toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: /clavier|Taper/i }))
    await user.type(screen.getByRole('textbox', { name: /nom/i }), 'Sacha Morel')
    expect(screen.getByRole('button', { name: 'Signer la fiche' })).toBeEnabled()
  })

  it('shows how many gave each mark and which one is the reader’s, and what is still missing', () => {
    const sheets = [marked('observed'), marked('observed'), marked('partial')]
    renderShown(sheets)
    expect(screen.getByText('3 fiches sur 5 sont arrivées.')).toBeInTheDocument()
    expect(screen.getByText(/Il en manque 2/)).toBeInTheDocument()
    expect(screen.getByText('Répartition lue le 24 novembre à 09:30.')).toBeInTheDocument()
    const row = within(screen.getByRole('row', { name: /Indicateur S1\.K1\.I1/ }))
    expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['2', '1 (vous)', '0', '0'])
  })

  it('once withdrawn, says so before the case, offers nothing to start, and awaits no sheet more', () => {
    renderOral({ subject: { ...SUBJECT, calibration: { ...CALIBRATION, withdrawnAt: '2026-11-21T09:00:00Z' } } })
    expect(screen.getByText('La coordination a retiré ce cas.')).toBeInTheDocument()
    expect(screen.getAllByText(/Cas retiré.: plus rien à noter/)[0]).toBeInTheDocument()
    expect(screen.getByText('La personne présente une étude de marché.')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Commencer à noter' })).not.toBeInTheDocument()
    renderShown([marked('observed'), marked('observed'), marked('partial')], true)
    expect(screen.getByText('3 fiches sur 5 sont arrivées.')).toBeInTheDocument()
    expect(screen.queryByText(/Il en manque/)).not.toBeInTheDocument()
  })

  it('shows no spread of two, since it would tell a person', () => {
    renderShown([marked('observed'), marked('partial')])
    expect(screen.getByText(/Il faut au moins 3 fiches/)).toBeInTheDocument()
    expect(screen.queryByRole('table')).not.toBeInTheDocument()
  })
})

function renderShown(sheets: ReturnType<typeof marked>[], isWithdrawn = false): void {
  render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test">
        <Shown
          shown={{ received: sheets.length, expected: 5, spread: calibrationSpread(aGrid(), sheets), readAtMs: READ_AT }}
          own={marked('partial')}
          isWithdrawn={isWithdrawn}
        />
      </MantineProvider>
    </I18nextProvider>,
  )
}
