import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ChainDesk } from '#app/desk/session/chain-desk.tsx'
import { BoardView } from '#app/desk/session-page.tsx'
import type { DeviceChain } from '#contract/desk.ts'
import { aBoard, aHash, aReceivedSheet } from '#test/builders/a-board.ts'
import { renderDesk } from '../render-desk.tsx'

function aBoardWith(chain: Partial<DeviceChain>) {
  return aBoard({
    sheets: [aReceivedSheet('O2', 'J1', { hash: aHash('kept') })],
    chains: [{ deviceId: aHash('device-J1'), jurorId: 'J1', missing: [], forks: [], ...chain }],
  })
}

describe('sheets that a device signed and that never came', () => {
  it.each([
    ['known by its hash', { place: 1, oralIds: ['O1'], known: true }, 'N° 1 : Camille Nom-C1 (Bloc 1).'],
    ['the only oral without a sheet', { place: 1, oralIds: ['O1'], known: false }, 'N° 1 : sans doute Camille Nom-C1 (Bloc 1).'],
    [
      'one of two',
      { place: 3, oralIds: ['O1', 'O2'], known: false },
      'N° 3 : une de ces épreuves : Camille Nom-C1 (Bloc 1) et Camille Nom-C2 (Bloc 1).',
    ],
    ['known by its place alone', { place: 3, oralIds: [], known: false }, 'N° 3 de son appareil.'],
  ])('are named when %s, with what to do', (_name, missing, words) => {
    renderDesk(<ChainDesk board={aBoardWith({ missing: [missing] })} />)
    expect(screen.getByText('Dominique Nom-J1, Tablette J1')).toBeVisible()
    expect(screen.getByText(words)).toBeVisible()
    expect(screen.getByText(/^Demandez-lui d’ouvrir son carnet avec du réseau, ou un fichier \.pli/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Lire un fichier .pli sur ce poste' })).toHaveAttribute('href', '/salle/transfert')
  })

  it('are among what to treat first', () => {
    renderDesk(
      <BoardView
        board={aBoardWith({ missing: [{ place: 1, oralIds: ['O1'], known: true }] })}
        nowMs={Date.parse('2026-11-24T07:00:00Z')}
      />,
    )
    const item = screen.getByText('Fiche pas arrivée').closest('li')
    expect(item).toHaveTextContent('Dominique Nom-J1 a signé 1 fiche qui n’est pas arrivée. N° 1 : Camille Nom-C1 (Bloc 1).')
  })

  it('say so when none is missing, and what cannot be seen from here', () => {
    renderDesk(<ChainDesk board={aBoard()} />)
    expect(screen.getByText('Aucun numéro ne manque.')).toBeVisible()
    expect(screen.getByText(/ne se voit pas encore ici/)).toBeVisible()
  })
})

describe('two sheets with the same number', () => {
  it('are told apart by candidate, with the one that never came', () => {
    const board = aBoardWith({ forks: [{ place: 2, hashes: [aHash('kept'), aHash('other')] }] })
    renderDesk(<BoardView board={board} nowMs={Date.parse('2026-11-24T07:00:00Z')} />)
    const item = screen.getByText('Même numéro').closest('li')
    expect(item).toHaveTextContent('N° 2 : Camille Nom-C2 (Bloc 1) et une fiche pas arrivée.')
    expect(item).toHaveTextContent(/Demandez-lui quelle fiche compte/)
  })
})
