import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RetentionDesk } from '#app/desk/session/retention-desk.tsx'
import { aBoard, aHash } from '#test/builders/a-board.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

describe('the end of the session at the desk', () => {
  it('lists who has wiped and who has not, and names sheets that never arrived', async () => {
    const board = aBoard()
    const wiped = {
      deviceId: aHash('device-J1'),
      deviceName: 'Tablette J1',
      jurorId: 'J1',
      wipedAt: '2026-12-24T08:00:00Z',
      receivedAt: '2026-12-24T08:01:00Z',
      sheets: 8,
      sheetsMissing: 1,
      draftsGivenUp: 0,
    }
    answering({ [`/api/v1/sessions/${board.session.id}/retention`]: () => json({ days: 30, wiped: [wiped] }) })
    renderDesk(<RetentionDesk board={board} updatedAtMs={null} />)
    expect(await screen.findByText(/^Carnet effacé le /)).toBeVisible()
    expect(screen.getByText('1 appareil garde encore son carnet.')).toBeVisible()
    expect(screen.getByText(/1 fiche attestée n’est pas sur ce serveur/)).toBeVisible()
  })

  it('says so while no device is enrolled', async () => {
    const board = { ...aBoard(), devices: [] }
    answering({ [`/api/v1/sessions/${board.session.id}/retention`]: () => json({ days: 30, wiped: [] }) })
    renderDesk(<RetentionDesk board={board} updatedAtMs={null} />)
    expect(await screen.findByText('Aucun appareil inscrit encore.')).toBeVisible()
  })

  it('sets how long devices keep the session', async () => {
    const board = aBoard()
    let days = 30
    const asked = answering({
      [`/api/v1/sessions/${board.session.id}/retention`]: (init) => {
        if (init.method !== 'POST') return json({ days, wiped: [] })
        ;({ days } = JSON.parse(String(init.body)) as { days: number })
        return json({ days })
      },
    })
    renderDesk(<RetentionDesk board={board} updatedAtMs={null} />)
    const field = await screen.findByLabelText('Jours de conservation')
    expect(screen.getByRole('button', { name: 'Fixer la durée' })).toBeDisabled()
    await userEvent.clear(field)
    await userEvent.type(field, '7')
    await userEvent.click(screen.getByRole('button', { name: 'Fixer la durée' }))
    expect(asked.filter(({ init }) => init.method === 'POST').map(({ init }) => init.body)).toEqual(['{"days":7}'])
  })

  it('takes a statement carried by hand, and says why it cannot', async () => {
    const board = aBoard()
    const problem = {
      type: '/problemes/wipe-unreadable',
      code: 'wipe-unreadable',
      title: 'Attestation illisible',
      status: 422,
      detail: 'Coupée.',
    }
    let answer = () => json(problem, 422)
    answering({
      [`/api/v1/sessions/${board.session.id}/retention`]: () => json({ days: 30, wiped: [] }),
      '/api/v1/wipes': () => answer(),
    })
    renderDesk(<RetentionDesk board={board} updatedAtMs={null} />)
    await userEvent.click(await screen.findByLabelText('Attestation d’effacement reçue à la main'))
    await userEvent.paste('a.b.c')
    await userEvent.click(screen.getByRole('button', { name: 'Lire ce texte' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Attestation illisible')
    answer = () => json({ receivedAt: '2026-12-24T08:01:00Z' })
    await userEvent.click(screen.getByRole('button', { name: 'Lire ce texte' }))
    expect(await screen.findByText('Attestation enregistrée.')).toBeVisible()
  })
})
