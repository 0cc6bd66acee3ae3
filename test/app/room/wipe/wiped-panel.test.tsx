import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { WipedPanel } from '#app/room/wipe/wiped-page.tsx'
import { renderRoom } from '../render-room.tsx'

const RECORD = { statement: 'une.attestation.signee', label: 'Carnet d’Agnès', wipedAt: Date.parse('2026-12-24T08:00:00Z'), sheets: 8 }

describe('a wiped notebook on its device', () => {
  it('gives its statement to carry until the server has it', async () => {
    renderRoom(<WipedPanel record={{ ...RECORD, receivedAt: null }} />)
    expect(screen.getByText('Il contenait 8 fiches signées, confirmées par le serveur.')).toBeVisible()
    expect(await screen.findByRole('img', { name: 'Code QR de l’attestation d’effacement' })).toBeVisible()
  })

  it('says when the server has it, and no longer asks to carry it', () => {
    renderRoom(<WipedPanel record={{ ...RECORD, receivedAt: '2026-12-24T08:01:00Z' }} />)
    expect(screen.getByText(/^Attestation reçue par le serveur/)).toBeVisible()
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('gives a long statement as codes in turn, that may be held and gone through', async () => {
    renderRoom(<WipedPanel record={{ ...RECORD, statement: 'x'.repeat(700), receivedAt: null }} />)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Arrêter sur ce code' }))
    const place = () => Number(/^Code (\d) sur 3/.exec(screen.getByText(/^Code \d sur 3/).textContent ?? '')?.[1])
    const held = place()
    await user.click(screen.getByRole('button', { name: 'Code suivant' }))
    expect(place()).toBe((held % 3) + 1)
  })

  it('offers no codes when filming them would take too long', () => {
    renderRoom(<WipedPanel record={{ ...RECORD, statement: 'x'.repeat(9_000), receivedAt: null }} />)
    expect(screen.queryByRole('img')).toBeNull()
    expect(screen.getByText(/trop long pour un code/)).toBeVisible()
  })
})
