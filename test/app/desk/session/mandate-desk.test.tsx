import { fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { MandateDesk } from '#app/desk/session/mandate-desk.tsx'
import type { ReceivedSheet } from '#contract/desk.ts'
import { aBoard, aJuror, aReceivedSheet } from '#test/builders/a-board.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

function theDesk(personId: string, kind: 'oral' | 'juror', replacedId: string | null = null, sheets: ReceivedSheet[] = []) {
  const board = aBoard({ jurors: [...aBoard().jurors, aJuror('J3')], sheets })
  const issued = {
    mandateId: 'm1',
    mandate: 'un.mandat.signe',
    kind,
    panelId: 'P1',
    personId,
    replacedId,
    issuedAt: '2026-11-24T08:00:00Z',
  }
  const asked = answering({
    [`/api/v1/sessions/${board.session.id}/mandates`]: (init) => json(init.method === 'POST' ? issued : { mandates: [] }),
  })
  renderDesk(<MandateDesk board={board} />)
  return () => asked.filter(({ init }) => init.method === 'POST').map(({ init }) => JSON.parse(String(init.body)) as unknown)
}

describe('mandates at the desk', () => {
  it('adds a late candidate’s oral once it is whole, and gives the mandate to carry', async () => {
    const posts = theDesk('C2', 'oral')
    const submit = screen.getByRole('button', { name: 'Ajouter l’oral et faire le mandat' })
    expect(submit).toBeDisabled()
    await userEvent.type(screen.getByLabelText('Numéro'), '0099')
    await userEvent.type(screen.getByLabelText('Prénom'), 'Zoé')
    await userEvent.type(screen.getByLabelText('Nom'), 'Tardy')
    fireEvent.change(screen.getByLabelText('Jour et heure'), { target: { value: '2026-11-24T15:00' } })
    await userEvent.click(submit)
    expect(await screen.findByRole('img', { name: 'Code QR du mandat' })).toBeVisible()
    expect(posts()).toMatchObject([
      {
        kind: 'oral',
        candidate: { number: '0099', firstName: 'Zoé', lastName: 'Tardy', accommodations: [] },
        panelId: 'P1',
        startsAt: new Date('2026-11-24T15:00').toISOString(),
      },
    ])
  })

  it('offers to seat only who does not sit in that panel yet', async () => {
    const posts = theDesk('J3', 'juror')
    const who = screen.getByLabelText('Qui siège ?')
    expect([...who.querySelectorAll('option')].map(({ value }) => value)).toEqual(['J3'])
    await userEvent.click(screen.getByRole('button', { name: 'Faire siéger et faire le mandat' }))
    expect(await screen.findByRole('heading', { name: 'Dominique Nom-J3 siège dans Jury A' })).toBeVisible()
    expect(posts()).toEqual([{ kind: 'juror', panelId: 'P1', jurorId: 'J3', replaces: null, fromOralId: 'O1' }])
  })

  it('never takes a member’s signed orals from them by itself', async () => {
    const posts = theDesk('J3', 'juror', 'J1', [aReceivedSheet('O1', 'J1'), aReceivedSheet('O2', 'J2')])
    await userEvent.selectOptions(screen.getByLabelText('À la place de qui ?'), 'J1')
    await userEvent.click(screen.getByRole('button', { name: 'Faire siéger et faire le mandat' }))
    expect(posts()).toMatchObject([{ replaces: 'J1', fromOralId: 'O2' }])
  })

  it('replaces a member from the first oral nobody has signed yet, and says that their sheets are no longer awaited', async () => {
    const posts = theDesk('J3', 'juror', 'J1', [aReceivedSheet('O1', 'J2')])
    await userEvent.selectOptions(screen.getByLabelText('À la place de qui ?'), 'J1')
    expect(screen.getByText(/on n’attend plus de fiche de cette personne/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Faire siéger et faire le mandat' }))
    expect(await screen.findByRole('heading', { name: 'Dominique Nom-J3 remplace Dominique Nom-J1 dans Jury A' })).toBeVisible()
    expect(posts()).toEqual([{ kind: 'juror', panelId: 'P1', jurorId: 'J3', replaces: 'J1', fromOralId: 'O2' }])
  })
})
