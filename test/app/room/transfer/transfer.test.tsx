import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { MemoryRouter } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import { CameraFailureNotice } from '#app/room/transfer/camera-failure-notice.tsx'
import { GivePanel } from '#app/room/transfer/give-panel.tsx'
import { HeldPanel } from '#app/room/transfer/held-panel.tsx'
import { ReceiveProgress } from '#app/room/transfer/receive-progress.tsx'
import { ReceivedResult } from '#app/room/transfer/received-result.tsx'
import { SendControls } from '#app/room/transfer/send-controls.tsx'
import { i18n } from '#texts/i18n.ts'

function show(children: ReactNode): void {
  render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider>
        <MemoryRouter>{children}</MemoryRouter>
      </MantineProvider>
    </I18nextProvider>,
  )
}

describe('what the device holds', () => {
  it('is told apart: signed here, kept for colleagues, and how many still wait', () => {
    show(<HeldPanel held={{ own: { waiting: 1, all: 3 }, carried: { waiting: 0, all: 2 } }} handedOver={null} />)
    expect(screen.getByText('3 plis signés ici, dont 1 à remettre')).toBeVisible()
    expect(screen.getByText('2 plis gardés pour des collègues, tous remis au serveur')).toBeVisible()
    expect(screen.getByText(/personne ne peut la lire, sauf le serveur/)).toBeVisible()
  })

  it('says of a copy given by QR only that the person said so', () => {
    const at = new Date(2026, 10, 24, 11, 32).getTime()
    show(<HeldPanel held={{ own: { waiting: 3, all: 3 }, carried: { waiting: 0, all: 0 } }} handedOver={{ at, count: 3, by: 'qr' }} />)
    expect(screen.getByText('3 plis donnés par QR à 11:32, d’après vous.')).toBeVisible()
    expect(screen.getByText(/ne peut pas savoir si un collègue a encore la copie/)).toBeVisible()
    expect(screen.getByText('Aucun pli gardé pour des collègues')).toBeVisible()
  })
})

describe('giving', () => {
  it('offers nothing to give when there is nothing', () => {
    show(<GivePanel waiting={0} all={0} scope="all" onScope={vi.fn()} />)
    expect(screen.getByText('Il n’y a aucun pli à donner sur cet appareil.')).toBeVisible()
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('asks which envelopes only when the answer matters, and leads to that choice', async () => {
    const onScope = vi.fn()
    show(<GivePanel waiting={2} all={5} scope="waiting" onScope={onScope} />)
    expect(screen.getByRole('link', { name: 'Par QR' })).toHaveAttribute('href', '/salle/transfert/donner?plis=waiting')
    await userEvent.click(screen.getByRole('radio', { name: 'Tous les plis de l’appareil (5)' }))
    expect(onScope).toHaveBeenCalledWith('all')
  })

  it('does not offer to share where the system cannot', () => {
    show(<GivePanel waiting={2} all={2} scope="waiting" onScope={vi.fn()} />)
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Partager un fichier' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Enregistrer un fichier' })).toBeVisible()
  })
})

describe('the buttons under the code', () => {
  const still = { isPaused: false, onPaused: vi.fn(), density: 'fine', onDensity: vi.fn(), onReceived: vi.fn() } as const

  it('go slower and faster, step by step and no further', async () => {
    const onSpeed = vi.fn()
    show(<SendControls {...still} speed={3} onSpeed={onSpeed} />)
    expect(screen.getByText('3 images par seconde')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Moins vite' })).toBeDisabled()
    await userEvent.click(screen.getByRole('button', { name: 'Plus vite' }))
    expect(onSpeed).toHaveBeenCalledWith(6)
  })

  it('stop the code where it is, and make its squares larger', async () => {
    const onPaused = vi.fn()
    const onDensity = vi.fn()
    show(<SendControls {...still} speed={10} onSpeed={vi.fn()} onPaused={onPaused} onDensity={onDensity} />)
    await userEvent.click(screen.getByRole('button', { name: 'Mettre en pause' }))
    expect(onPaused).toHaveBeenCalledWith(true)
    await userEvent.click(screen.getByRole('button', { name: 'Carrés plus grands' }))
    expect(onDensity).toHaveBeenCalledWith('large')
  })
})

describe('receiving', () => {
  it('shows how much was read, and tells a screen reader by tenths', () => {
    const progress = { frames: 38, slices: 60, ratio: 0.67 }
    show(<ReceiveProgress scanning={{ step: 'scanning', progress, hint: null, otherCameraId: null }} onSwitchCamera={vi.fn()} />)
    expect(screen.getByText('38 images lues, environ 67 %')).toBeVisible()
    expect(screen.getByRole('progressbar', { name: 'Réception des plis' })).toHaveAttribute('aria-valuenow', '67')
    expect(screen.getByRole('status')).toHaveTextContent('Environ 60 % reçus')
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('says so when the code is not ours, and changes camera when there is another', async () => {
    const onSwitchCamera = vi.fn()
    show(
      <ReceiveProgress
        scanning={{ step: 'scanning', progress: null, hint: 'foreign', otherCameraId: 'front' }}
        onSwitchCamera={onSwitchCamera}
      />,
    )
    expect(screen.getByText(/Ce code n’est pas un pli/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Changer de caméra' }))
    expect(onSwitchCamera).toHaveBeenCalledWith('front')
  })

  it.each([
    ['denied', 'La caméra n’est pas autorisée'],
    ['none', 'Aucune caméra trouvée'],
    ['inUse', 'La caméra est déjà utilisée'],
    ['unavailable', 'Ce navigateur ne donne pas accès à la caméra'],
    ['reader', 'La lecture des codes n’a pas démarré'],
  ] as const)('explains a camera that does not work (%s), what is safe and the other way', async (reason, title) => {
    const onRetry = vi.fn()
    show(<CameraFailureNotice reason={reason} onRetry={onRetry} />)
    expect(screen.getByRole('alert')).toHaveTextContent(title)
    expect(screen.getByRole('alert')).toHaveTextContent('Rien n’est perdu')
    expect(screen.getByRole('link', { name: 'Ouvrir un fichier' })).toHaveAttribute('href', '/salle/transfert')
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))
    expect(onRetry).toHaveBeenCalledOnce()
  })

  it('counts new, known and damaged envelopes apart, and names the damaged ones', () => {
    const damaged = [
      { position: 4, id: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ' },
      { position: 7, id: null },
    ]
    show(<ReceivedResult keeping={{ step: 'kept', fresh: 9, known: 1, parcels: 0, damaged }} onRetry={vi.fn()} />)
    expect(screen.getByRole('status')).toHaveTextContent('Reçu et vérifié : 10 plis')
    expect(screen.getByText('9 nouveaux plis, gardés pour des collègues.')).toBeVisible()
    expect(screen.getByText('1 pli était déjà sur cet appareil.')).toBeVisible()
    expect(screen.getByRole('alert')).toHaveTextContent('n° 4 (abcdefgh…), n° 7')
  })

  it('never says « reçu » before the envelopes are on the disk', () => {
    show(<ReceivedResult keeping={{ step: 'storing' }} onRetry={vi.fn()} />)
    expect(screen.queryByText(/Reçu et vérifié/)).toBeNull()
  })

  it('keeps what came in when the disk is full, and tries again', async () => {
    const onRetry = vi.fn()
    show(<ReceivedResult keeping={{ step: 'notStored', reason: 'quota' }} onRetry={onRetry} />)
    expect(screen.getByRole('alert')).toHaveTextContent('La mémoire de l’appareil est pleine')
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))
    expect(onRetry).toHaveBeenCalledOnce()
  })
})
