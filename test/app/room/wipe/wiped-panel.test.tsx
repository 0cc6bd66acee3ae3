import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { WipedPanel } from '#app/room/wipe/wiped-page.tsx'
import { renderRoom } from '../render-room.tsx'

const RECORD = { statement: 'une.attestation.signee', label: 'Carnet d’Agnès', wipedAt: Date.parse('2026-12-24T08:00:00Z'), sheets: 8 }

describe('a wiped notebook on its device', () => {
  it('gives its statement to carry until the server has it', () => {
    renderRoom(<WipedPanel record={{ ...RECORD, receivedAt: null }} />)
    expect(screen.getByText('Il contenait 8 fiches signées, confirmées par le serveur.')).toBeVisible()
    expect(screen.getByRole('img', { name: 'Code QR de l’attestation d’effacement' })).toBeVisible()
  })

  it('says when the server has it, and no longer asks to carry it', () => {
    renderRoom(<WipedPanel record={{ ...RECORD, receivedAt: '2026-12-24T08:01:00Z' }} />)
    expect(screen.getByText(/^Attestation reçue par le serveur/)).toBeVisible()
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('does not offer a code that no camera could read', () => {
    renderRoom(<WipedPanel record={{ ...RECORD, statement: 'x'.repeat(4_000), receivedAt: null }} />)
    expect(screen.queryByRole('img')).toBeNull()
    expect(screen.getByText(/trop long pour un code/)).toBeVisible()
  })
})
