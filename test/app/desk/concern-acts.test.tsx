import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { ConcernList } from '#app/desk/concern-list.tsx'
import type { SessionBoard } from '#contract/desk.ts'
import { aBoard, aHash } from '#test/builders/a-board.ts'
import { answering } from './answering.ts'
import { renderDesk } from './render-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

const at = (time: string) => Date.parse(`2026-11-24T${time}:00+01:00`)

function shown(board: SessionBoard, nowMs = at('08:00')) {
  renderDesk(<ConcernList board={board} nowMs={nowMs} />)
  return items()
}

const items = () => within(screen.getByRole('list', { name: 'À traiter d’abord' })).getAllByRole('listitem')

it('leads each item to what solves it: the juror’s row, the page, the act itself', () => {
  const [deviceOfJ1] = aBoard().devices
  if (!deviceOfJ1) throw new Error('the board has two devices')
  const recovery = { requestId: aHash('r'), deviceId: deviceOfJ1.deviceId, jurorId: 'J1', requestedAt: '2026-11-24T06:50:00Z' }
  const items = shown(aBoard({ devices: [deviceOfJ1], recoveriesWaiting: [recovery] }), at('09:50'))
  const hrefs = items.map((item) =>
    within(item)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  )
  expect(hrefs).toEqual([
    ['#juror-J1', '/coordination/sessions/session-1/carnets#desk-recovery'],
    ['#juror-J1', '/coordination/sessions/session-1/papier'],
    ['#juror-J2', '/coordination/sessions/session-1/papier'],
  ])
  expect(within(items[0] as HTMLElement).getByRole('link', { name: 'Rouvrir le carnet : Dominique Nom-J1' })).toBeInTheDocument()
})

it('names the second device of a file, and accepts it in one act', async () => {
  const second = { deviceId: aHash('second'), jurorId: 'J2', name: 'Ordinateur du hall', at: '2026-11-24T06:30:00Z' }
  const asked = answering({
    [`/api/v1/sessions/session-1/second-devices/${second.deviceId}/acceptance`]: () => new Response(null, { status: 204 }),
  })
  const [item] = shown(aBoard({ secondDevices: [second] }))
  expect(item).toHaveTextContent('Dominique Nom-J2 : un second appareil a ouvert le même fichier d’inscription (« Ordinateur du hall »')
  await userEvent.click(screen.getByRole('button', { name: /accepter : Dominique Nom-J2/ }))
  expect(asked.map(({ init }) => init.method)).toEqual(['POST'])
})

it('shows the most pressing four, how many there are of each kind, and the others when asked', async () => {
  const lines = ['sheet-foreign', 'sheet-unreadable', 'sheet-signature-wrong'] as const
  const devices = ['J1', 'J2'].map((juror) => aHash(`device-${juror}`))
  const refusals = devices.flatMap((deviceId) => lines.map((code) => ({ at: '2026-11-24T06:50:00Z', deviceId, code })))
  expect(shown(aBoard({ refusals, devices: aBoard().devices.slice(0, 1) }))).toHaveLength(4)
  const kinds = within(screen.getByRole('list', { name: 'Combien de points de chaque sorte' }))
  expect(kinds.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Envoi refusé : 6', 'Sans appareil : 1'])
  await userEvent.click(screen.getByRole('button', { name: 'Afficher les 3 autres points' }))
  expect(items()).toHaveLength(7)
})
